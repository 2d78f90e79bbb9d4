/**
 * Brings a database to this build's schema. One advisory lock on one connection spans the whole
 * run, so of several starts at once one migrates and the others wait and find nothing to do. A
 * database that knows migrations of a newer build is refused untouched. (Drizzle's own migrator
 * takes no lock, and loads 100 MB to apply a few files.)
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { Problem } from "../domain/problem.ts";

/** Any number will do, as long as nothing else in the database locks the same one. */
const LOCK = 7_240_101;
const FOLDER = fileURLToPath(new URL("../drizzle", import.meta.url));

type Entry = { when: number; tag: string };
export type Migrated = { readonly applied: readonly string[] };
export type MigrateOptions = {
  /** Called under the lock, before anything changes, when a database in use is about to be migrated. */
  readonly beforeChange?: (pending: readonly string[]) => Promise<void>;
  /** Stops at this migration (its `when`): a restored backup has the form of its day. */
  readonly upTo?: number;
};

/** Fails with a Problem when the database is newer than this build. */
export async function migrate(
  url: string,
  { beforeChange, upTo = Infinity }: MigrateOptions = {},
): Promise<Migrated> {
  const client = new pg.Client({ connectionString: url, application_name: "dateline-migrate" });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    const known = await appliedMigrations(client);
    const ours = readJournal();
    refuseNewer(known, ours);
    const newest = known.at(-1) ?? 0;
    const pending = ours.filter(({ when }) => when > newest && when <= upTo);
    const tags = pending.map(({ tag }) => tag);
    if (pending.length > 0 && known.length > 0) await beforeChange?.(tags);
    if (pending.length > 0) await applyAll(client, pending);
    return { applied: tags };
  } finally {
    await client.end(); // and with the connection goes the lock
  }
}

function readJournal(): Entry[] {
  return (JSON.parse(readFileSync(`${FOLDER}/meta/_journal.json`, "utf8")) as { entries: Entry[] }).entries;
}

async function appliedMigrations(client: pg.Client): Promise<number[]> {
  const { rows: tables } = await client.query("select to_regclass('drizzle.__drizzle_migrations') as name");
  if (tables[0].name === null) return [];
  const { rows } = await client.query(
    "select created_at::text as at from drizzle.__drizzle_migrations order by created_at",
  );
  return rows.map(({ at }) => Number(at));
}

function refuseNewer(known: readonly number[], ours: readonly Entry[]): void {
  const newest = known.at(-1) ?? 0;
  if (newest <= (ours.at(-1)?.when ?? 0)) return;
  throw new Problem(
    "conflict",
    "This database was written by a newer Dateline. Nothing was changed: start that version again, " +
      "or restore a backup from before the upgrade.",
  );
}

/** All or nothing, in drizzle-kit's own table, so that its tools read the same history. */
async function applyAll(client: pg.Client, pending: readonly Entry[]): Promise<void> {
  await client.query("begin");
  await client.query("create schema if not exists drizzle");
  await client.query(`create table if not exists drizzle.__drizzle_migrations
    (id serial primary key, hash text not null, created_at bigint)`);
  for (const { tag, when } of pending) {
    const text = readFileSync(`${FOLDER}/${tag}.sql`, "utf8");
    for (const statement of text.split("--> statement-breakpoint")) await client.query(statement);
    const hash = createHash("sha256").update(text).digest("hex");
    await client.query("insert into drizzle.__drizzle_migrations (hash, created_at) values ($1, $2)", [
      hash,
      when,
    ]);
  }
  await client.query("commit");
}
