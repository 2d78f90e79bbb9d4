/**
 * Puts a backup into an empty database. The file is checked whole before anything is touched; the
 * form of the database is brought to where it was that day, the rows go in, and what came in is
 * read out again and compared. A newer version migrates it at its next start.
 */
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { migrate } from "#db/migrate.ts";
import { Problem } from "#domain/problem.ts";
import { type Checked, checkFile } from "./check-file.ts";
import { copyPath, hashFile } from "./copy-media.ts";
import { copyOut, newlines } from "./dump.ts";
import { type Part, readParts } from "./format.ts";
import { columnList, quoted, STEADY, type Table } from "./tables.ts";

/** Any number will do, as long as nothing else in the database locks the same one. */
const LOCK = 7_240_107;

export type RestoreInput = { readonly url: string; readonly dataDir: string; readonly file: string };
export type Restored = {
  readonly at: string;
  readonly tables: number;
  readonly rows: number;
  readonly media: number;
};

export async function restore({ url, dataDir, file }: RestoreInput): Promise<Restored> {
  const checked = await checkFile(file);
  const backupDir = dirname(resolve(file));
  await checkMedia(checked, backupDir);
  const client = new pg.Client({ connectionString: url, application_name: "dateline-restore" });
  await client.connect();
  try {
    await refuseUnlessAlone(client);
    await refuseUnlessEmpty(client);
    await client.query(STEADY);
    try {
      await migrate(url, { upTo: checked.migrations.at(-1) });
      await client.query("begin");
      const tables = await copyIn(client, file);
      await compare(client, tables, checked);
      for (const { name, lastValue, isCalled } of checked.sequences) {
        await client.query("select setval($1::regclass, $2::bigint, $3)", [
          quoted(name),
          lastValue,
          isCalled,
        ]);
      }
      // Whoever was let in or shut out since that day: no session and no open link comes back.
      await client.query("update sessions set revoked_at = now() where revoked_at is null");
      await client.query("delete from one_time_links where used_at is null");
      await client.query("commit");
    } catch (error) {
      await emptyAgain(client);
      throw error;
    }
  } finally {
    await client.end();
  }
  for (const entry of checked.media) putBack(entry, backupDir, join(dataDir, "media"));
  const rows = checked.tables.reduce((sum, table) => sum + table.rows, 0);
  return { at: checked.at, tables: checked.tables.length, rows, media: checked.media.length };
}

/**
 * Two restores into one empty place would both find it empty, and the one that fails would then
 * clear away what the other has put there. The lock goes with the connection.
 */
async function refuseUnlessAlone(client: pg.Client): Promise<void> {
  const { rows } = await client.query("select pg_try_advisory_lock($1) as alone", [LOCK]);
  if (rows[0].alone) return;
  throw new Problem("conflict", "Another restore into this database is under way. Wait until it has ended.");
}

async function refuseUnlessEmpty(client: pg.Client): Promise<void> {
  const { rows } = await client.query(
    "select 1 from pg_tables where schemaname not in ('pg_catalog', 'information_schema') limit 1",
  );
  if (rows.length === 0) return;
  throw new Problem(
    "conflict",
    "There is a newsroom here already, and a backup is restored into an empty place only. Give a new DATA_DIR, " +
      "or an empty database in DATABASE_URL.",
  );
}

/** One COPY per table, all in the caller's transaction. */
async function copyIn(client: pg.Client, file: string): Promise<Table[]> {
  const tables: Table[] = [];
  const parts = readParts(file);
  let next = await parts.next();
  while (!next.done) {
    const part: Part = next.value;
    if (part.kind !== "table") {
      next = await parts.next();
      continue;
    }
    const sql = `copy public.${quoted(part.name)} (${columnList(part.columns)}) from stdin`;
    await pipeline(
      Readable.from(
        (async function* rows() {
          for (
            next = await parts.next();
            !next.done && next.value.kind === "rows";
            next = await parts.next()
          ) {
            yield next.value.bytes;
          }
        })(),
        { objectMode: false },
      ),
      client.query(copyFrom(sql)),
    );
    tables.push({ name: part.name, columns: part.columns });
  }
  return tables;
}

async function compare(
  client: pg.Client,
  tables: readonly Table[],
  { tables: expected }: Checked,
): Promise<void> {
  for (const [at, table] of tables.entries()) {
    const hash = createHash("sha256");
    let rows = 0;
    for await (const piece of copyOut(client, table)) {
      hash.update(piece);
      rows += newlines(piece);
    }
    const wanted = expected[at];
    if (wanted?.name !== table.name || wanted.rows !== rows || wanted.sha256 !== hash.digest("hex")) {
      throw new Problem(
        "invalid",
        `The table "${table.name}" did not come back as it was. Nothing was kept.`,
      );
    }
  }
}

/** So that a second attempt finds the empty place that the first one found. */
async function emptyAgain(client: pg.Client): Promise<void> {
  await client.query("rollback");
  await client.query("drop schema if exists reader, drizzle, public cascade");
  await client.query("create schema public");
}

async function checkMedia({ media }: Checked, backupDir: string): Promise<void> {
  for (const { path, sha256 } of media) {
    const copy = copyPath(backupDir, sha256);
    if (!existsSync(copy) || (await hashFile(copy)) !== sha256) {
      throw new Problem(
        "missing",
        `The picture ${path} of this backup is missing beside it (${copy}), or damaged.`,
      );
    }
  }
}

function putBack({ path, sha256 }: Checked["media"][number], backupDir: string, mediaDir: string): void {
  const target = resolve(mediaDir, path);
  if (!target.startsWith(resolve(mediaDir) + sep))
    throw new Problem("invalid", `The picture ${path} lies outside.`);
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(copyPath(backupDir, sha256), target);
}
