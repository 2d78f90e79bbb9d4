/**
 * Brings a database to this build's schema. One advisory lock on one connection spans the whole
 * run (drizzle takes none), so of several starts at once one migrates and the others wait and
 * find nothing to do. A database that knows migrations of a newer build is refused untouched.
 */
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
};

/** Fails with a Problem when the database is newer than this build. */
export async function migrate(url: string, { beforeChange }: MigrateOptions = {}): Promise<Migrated> {
  const client = new pg.Client({ connectionString: url, application_name: "dateline-migrate" });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    const known = await appliedMigrations(client);
    const ours = readJournal();
    refuseNewer(known, ours);
    const newest = known.at(-1) ?? 0;
    const pending = ours.filter(({ when }) => when > newest).map(({ tag }) => tag);
    if (pending.length === 0) return { applied: [] };
    if (known.length > 0) await beforeChange?.(pending);
    await applyAll(client);
    return { applied: pending };
  } finally {
    await client.end(); // and with the connection goes the lock
  }
}

/** Whether this build has migrations that the database doesn't know yet, without changing anything. */
export async function listPending(url: string): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: url, application_name: "dateline-migrate" });
  await client.connect();
  try {
    const newest = (await appliedMigrations(client)).at(-1) ?? 0;
    return readJournal()
      .filter(({ when }) => when > newest)
      .map(({ tag }) => tag);
  } finally {
    await client.end();
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

async function applyAll(client: pg.Client): Promise<void> {
  const [{ drizzle }, migrator] = await Promise.all([
    import("drizzle-orm/node-postgres"),
    import("drizzle-orm/node-postgres/migrator"),
  ]);
  await migrator.migrate(drizzle(client), { migrationsFolder: FOLDER });
}
