/**
 * The file, once unpacked: JSON lines, and after a line with `bytes` that many bytes of a table's
 * rows in COPY's text format.
 *
 *   {"dateline":1,"at":…,"migrations":[…]}        once, first
 *   {"table":"people","columns":["id",…]}         per table, in the order in which rows may be put back
 *   {"bytes":65536} + the bytes                   as often as needed
 *   {"manifest":{"tables":[…],"sequences":[…],"media":[…]}}   once, last: without it the file is torn
 */
import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { Problem } from "#domain/problem.ts";

export const FORMAT_VERSION = 1;

export type TableEntry = { readonly name: string; readonly rows: number; readonly sha256: string };
export type SequenceEntry = { readonly name: string; readonly lastValue: string; readonly isCalled: boolean };
export type MediaEntry = { readonly path: string; readonly bytes: number; readonly sha256: string };
export type Manifest = {
  readonly tables: readonly TableEntry[];
  readonly sequences: readonly SequenceEntry[];
  readonly media: readonly MediaEntry[];
};

export type Part =
  | { readonly kind: "head"; readonly at: string; readonly migrations: readonly number[] }
  | { readonly kind: "table"; readonly name: string; readonly columns: readonly string[] }
  | { readonly kind: "rows"; readonly bytes: Buffer }
  | { readonly kind: "manifest"; readonly manifest: Manifest };

export function line(part: object): Buffer {
  return Buffer.from(`${JSON.stringify(part)}\n`);
}

/** The parts of a backup in order. Fails with a Problem when the file is torn or no backup of ours. */
export async function* readParts(file: string): AsyncGenerator<Part> {
  const unzip = createGunzip();
  const read = pipeline(createReadStream(file), unzip);
  read.catch(() => {}); // the loop below meets the same error
  let complete = false;
  try {
    for await (const part of split(unzip)) {
      if (part.kind === "manifest") complete = true;
      yield part;
    }
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw torn(file);
  }
  if (!complete) throw torn(file);
}

function torn(file: string): Problem {
  return new Problem(
    "invalid",
    `${file} is damaged, or not a backup of Dateline's. Nothing was restored from it.`,
  );
}

async function* split(stream: Readable): AsyncGenerator<Part> {
  let waiting: Buffer = Buffer.alloc(0);
  let wanted = 0;
  for await (const piece of stream as AsyncIterable<Buffer>) {
    waiting = waiting.length === 0 ? piece : Buffer.concat([waiting, piece]);
    for (;;) {
      if (wanted > 0) {
        if (waiting.length < wanted) break;
        yield { kind: "rows", bytes: waiting.subarray(0, wanted) };
        waiting = waiting.subarray(wanted);
        wanted = 0;
      }
      const end = waiting.indexOf(10);
      if (end < 0) break;
      const said = JSON.parse(waiting.toString("utf8", 0, end)) as Record<string, unknown>;
      waiting = waiting.subarray(end + 1);
      if (typeof said.bytes === "number") wanted = said.bytes;
      else yield partOf(said);
    }
  }
}

function partOf(said: Record<string, unknown>): Part {
  if (said.dateline === FORMAT_VERSION) {
    return { kind: "head", at: String(said.at), migrations: said.migrations as number[] };
  }
  if (typeof said.table === "string")
    return { kind: "table", name: said.table, columns: said.columns as string[] };
  if (said.manifest) return { kind: "manifest", manifest: said.manifest as Manifest };
  throw new Problem("invalid", "This backup was written by a newer Dateline: restore it with that version.");
}
