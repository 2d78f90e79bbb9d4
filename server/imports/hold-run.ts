import pg from "pg";

/**
 * Holds a run as long as this process lives: a lock of the database's session, gone with the
 * connection when the process is killed. Null: another process holds it.
 */
export async function holdRun(
  url: string,
  importId: string,
): Promise<{ release: () => Promise<void> } | null> {
  const client = new pg.Client({ connectionString: url, application_name: "dateline-import-held" });
  client.on("error", () => {}); // the run's own connections report that the database is away
  await client.connect();
  const asked = "select pg_try_advisory_lock(hashtext('import'), hashtext($1)) as held";
  const { rows } = await client.query<{ held: boolean }>(asked, [importId]);
  if (rows[0]?.held) return { release: () => client.end() };
  await client.end();
  return null;
}

/** Runs that nobody is at: their process was killed, or their order was lost. */
export async function findAbandoned(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, application_name: "dateline-import-watch" });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>(
      `select i.id from imports i
        where i.state in ('waiting', 'running') and i.created_at < now() - interval '20 seconds'
          and not exists (select 1 from pg_locks l where l.locktype = 'advisory' and l.granted
                           and l.classid::bigint = (hashtext('import')::bigint & 4294967295)
                           and l.objid::bigint = (hashtext(i.id::text)::bigint & 4294967295))`,
    );
    return rows.map(({ id }) => id);
  } finally {
    await client.end();
  }
}
