/** Writes every table as it stood at one instant. */
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import {
  FORMAT_VERSION,
  line,
  type Manifest,
  type MediaEntry,
  type SequenceEntry,
  type TableEntry,
} from "./format.ts";
import { columnList, listSequences, listTables, quoted, STEADY, type Table } from "./tables.ts";

export type DumpInput = {
  readonly url: string;
  readonly file: string;
  readonly at: Date;
  /** Asked after the tables: a picture's file is there before its row, so none is missing that a row names. */
  readonly media: () => Promise<readonly MediaEntry[]>;
};

export async function dumpDatabase({ url, file, at, media }: DumpInput): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: "dateline-backup" });
  await client.connect();
  try {
    await client.query(STEADY);
    await client.query("begin isolation level repeatable read read only");
    const out = createWriteStream(file, { mode: 0o600 });
    await pipeline(() => everything(client, at, media), createGzip({ level: 6 }), out);
    await client.query("commit");
  } finally {
    await client.end();
  }
}

async function* everything(client: pg.Client, at: Date, media: DumpInput["media"]): AsyncGenerator<Buffer> {
  const { rows } = await client.query(
    "select created_at::text as at from drizzle.__drizzle_migrations order by 1",
  );
  yield line({
    dateline: FORMAT_VERSION,
    at: at.toISOString(),
    migrations: rows.map((row) => Number(row.at)),
  });
  const tables: TableEntry[] = [];
  for (const table of await listTables(client)) {
    yield line({ table: table.name, columns: table.columns });
    const hash = createHash("sha256");
    let count = 0;
    for await (const piece of copyOut(client, table)) {
      hash.update(piece);
      count += newlines(piece);
      yield line({ bytes: piece.length });
      yield piece;
    }
    tables.push({ name: table.name, rows: count, sha256: hash.digest("hex") });
  }
  const manifest: Manifest = { tables, sequences: await readSequences(client), media: await media() };
  yield line({ manifest });
}

/** COPY's text format has one line a row: line breaks inside a value are written as \n. */
export function newlines(piece: Buffer): number {
  let count = 0;
  for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) count += 1;
  return count;
}

export function copyOut(client: pg.Client, { name, columns }: Table): AsyncIterable<Buffer> {
  return client.query(copyTo(`copy public.${quoted(name)} (${columnList(columns)}) to stdout`));
}

/** Sequences stand outside snapshots: they may be ahead of the rows, never behind. */
async function readSequences(client: pg.Client): Promise<SequenceEntry[]> {
  const sequences: SequenceEntry[] = [];
  for (const name of await listSequences(client)) {
    const { rows } = await client.query(
      `select last_value::text as value, is_called from public.${quoted(name)}`,
    );
    sequences.push({ name, lastValue: rows[0].value, isCalled: rows[0].is_called });
  }
  return sequences;
}
