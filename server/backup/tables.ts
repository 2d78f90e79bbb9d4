/** What a database holds, in the order in which it can be put back. */
import type pg from "pg";

export type Table = { readonly name: string; readonly columns: readonly string[] };

/** Text must come out the same whatever the server is set to, and in the order in which rows were written. */
export const STEADY =
  "set timezone = 'UTC'; set datestyle = 'ISO'; set synchronize_seqscans = off; set search_path = public";

/** Tables of the newsroom, those that others point to first. Generated columns are computed again. */
export async function listTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; needs: string[] }>(`
    select c.relname as name,
           array(select a.attname::text from pg_attribute a
                  where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                  order by a.attnum) as columns,
           array(select distinct f.relname::text from pg_constraint k join pg_class f on f.oid = k.confrelid
                  where k.conrelid = c.oid and k.contype = 'f' and not k.condeferrable and f.oid <> c.oid) as needs
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind = 'r'
     order by c.relname`);
  const ordered: Table[] = [];
  const waiting = [...rows];
  while (waiting.length > 0) {
    const at = waiting.findIndex(({ needs }) =>
      needs.every((need) => ordered.some(({ name }) => name === need)),
    );
    const [table] = waiting.splice(at, 1);
    if (at < 0 || !table)
      throw new Error("tables point at each other in a circle; one key must be deferrable");
    ordered.push({ name: table.name, columns: table.columns });
  }
  return ordered;
}

export async function listSequences(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    "select sequencename as name from pg_sequences where schemaname = 'public' order by 1",
  );
  return rows.map(({ name }) => name);
}

/** Names come from the catalogue or from a backup file: quoted either way. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

export function columnList(columns: readonly string[]): string {
  return columns.map(quoted).join(", ");
}
