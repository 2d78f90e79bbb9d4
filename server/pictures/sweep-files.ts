/**
 * What the night takes away of pictures' files: files of editions that nobody shows any more,
 * files that nobody names (a crash between store and row), parts of uploads that were given up.
 * Everything is left alone for a day, so that whatever is under way at this moment is safe.
 */
import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import type { Settings } from "../env.ts";
import { type Store, storeOf } from "../storage.ts";
import { uploadsFolder } from "./uploads-folder.ts";

const DAY_MS = 86_400_000;
const BATCH = 500;

export type SweptFiles = { readonly renditions: number; readonly orphans: number; readonly parts: number };
type Place = Pick<Settings, "dataDir" | "bucket">;

export async function sweepFiles(url: string, place: Place, now: Date): Promise<SweptFiles> {
  const before = new Date(now.getTime() - DAY_MS);
  const client = new pg.Client({ connectionString: url, application_name: "dateline-sweep" });
  await client.connect();
  try {
    const store = await storeOf(place);
    const renditions = await forgetOldEditions(client, before);
    const orphans =
      (await removeUnnamed(store, "public", before, (keys) => namedOf(client, NAMED_PUBLIC, keys))) +
      (await removeUnnamed(store, "originals", before, (keys) => namedOf(client, NAMED_ORIGINALS, keys)));
    return { renditions, orphans, parts: await removeParts(uploadsFolder(place.dataDir), before) };
  } finally {
    await client.end();
  }
}

/** Their files go as files that nobody names, after their rows: never the other way round. */
async function forgetOldEditions(client: pg.Client, before: Date): Promise<number> {
  const { rowCount } = await client.query(
    `delete from renditions r using pictures p
      where p.id = r.picture_id and r.created_at < $1 and p.printable is not null
        and not p.printable->'files' @> jsonb_build_array(jsonb_build_object('name', r.name))`,
    [before],
  );
  return rowCount ?? 0;
}

const NAMED_PUBLIC = `
  select 'public/' || left(name, 2) || '/' || name as key
    from (select name from renditions union all select name from share_cards) named
   where name = any(select substr(key, 11) from unnest($1::text[]) key)`;
const NAMED_ORIGINALS = "select original_key as key from pictures where original_key = any($1)";

async function namedOf(client: pg.Client, sql: string, keys: string[]): Promise<Set<string>> {
  const { rows } = await client.query<{ key: string }>(sql, [keys]);
  return new Set(rows.map(({ key }) => key));
}

async function removeUnnamed(
  store: Store,
  kind: "public" | "originals",
  before: Date,
  named: (keys: string[]) => Promise<Set<string>>,
): Promise<number> {
  let removed = 0;
  let batch: string[] = [];
  const judge = async () => {
    const kept = await named(batch);
    for (const key of batch.filter((each) => !kept.has(each))) {
      await store.remove(key);
      removed += 1;
    }
    batch = [];
  };
  for await (const { key, writtenAt } of store.list(kind)) {
    if (writtenAt < before) batch.push(key);
    if (batch.length === BATCH) await judge();
  }
  await judge();
  return removed;
}

async function removeParts(folder: string, before: Date): Promise<number> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  let removed = 0;
  for (const name of names) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null); // its upload has just ended
    if (found === null || found.mtime >= before) continue;
    await rm(path, { force: true });
    removed += 1;
  }
  return removed;
}
