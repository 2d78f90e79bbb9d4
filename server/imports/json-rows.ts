/**
 * Rows of a large JSON file, one at a time: for each array of a table ("posts": […]) its objects,
 * cut out of the text as it streams by. Only the row that is being read is in memory.
 */
import { createReadStream } from "node:fs";
import { isRecord } from "#domain/document/attributes.ts";
import { Problem } from "#domain/problem.ts";

export type Row = { table: string; row: Record<string, unknown>; bytesRead: number };

const LONGEST_ROW = 64 * 1024 * 1024;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN = new Set([0x7b, 0x5b]);
const CLOSE = new Set([0x7d, 0x5d]);

/**
 * States: outside of rows we follow depth and the last name before an array; a row begins with "{"
 * directly inside an array that `tables` names, and ends with its "}". Texts are skipped whole, so
 * that brackets in them count for nothing.
 */
export async function* readRows(path: string, tables: ReadonlySet<string>): AsyncGenerator<Row> {
  const cutter = new Cutter(tables);
  let bytesRead = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 128 * 1024 })) {
    bytesRead += (chunk as Buffer).length;
    cutter.write(chunk as Buffer);
    for (const { table, text } of cutter.taken()) {
      const row = parsed(text);
      if (row !== null) yield { table, row, bytesRead };
    }
  }
  if (!cutter.isWhole()) throw new Problem("invalid", "This file ends in the middle. Export it again.");
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : null;
  } catch {
    throw new Problem("invalid", "This isn't a Ghost export: a part of it isn't JSON.");
  }
}

class Cutter {
  readonly #tables: ReadonlySet<string>;
  #isText = false;
  #isEscaped = false;
  /** For each level that is open, the name before it, when it is an array of a table. */
  #levels: (string | null)[] = [];
  #name: number[] = [];
  #rowDepth = -1;
  #table = "";
  #parts: Buffer[] = [];
  #rowBytes = 0;
  #rows: { table: string; text: string }[] = [];
  #began = false;

  constructor(tables: ReadonlySet<string>) {
    this.#tables = tables;
  }

  isWhole(): boolean {
    return this.#began && this.#levels.length === 0;
  }

  taken(): { table: string; text: string }[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  write(chunk: Buffer): void {
    let from = this.#rowDepth >= 0 ? 0 : -1;
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at] ?? 0;
      if (this.#isText) {
        if (this.#rowDepth >= 0 && !this.#isEscaped && byte !== QUOTE && byte !== BACKSLASH) continue;
        this.#inText(byte);
      } else if (byte === QUOTE) {
        this.#isText = true;
        this.#name = [];
      } else if (OPEN.has(byte)) {
        if (this.#opens(byte)) from = at;
      } else if (CLOSE.has(byte)) {
        this.#levels.pop();
        if (this.#levels.length === this.#rowDepth) {
          this.#keep(chunk.subarray(from, at + 1));
          this.#endRow();
          from = -1;
        }
      }
    }
    if (this.#rowDepth >= 0 && from >= 0) this.#keep(Buffer.from(chunk.subarray(from)));
  }

  #inText(byte: number): void {
    if (this.#isEscaped) this.#isEscaped = false;
    else if (byte === BACKSLASH) this.#isEscaped = true;
    else if (byte === QUOTE) this.#isText = false;
    else if (this.#name.length < 64) this.#name.push(byte);
  }

  /** Whether a row begins here. */
  #opens(byte: number): boolean {
    this.#began = true;
    const above = this.#levels.at(-1) ?? null;
    const begins = byte === 0x7b && above !== null && this.#rowDepth < 0;
    if (begins) {
      this.#rowDepth = this.#levels.length;
      this.#table = above;
    }
    const name = byte === 0x5b && this.#rowDepth < 0 ? Buffer.from(this.#name).toString("utf8") : "";
    this.#levels.push(this.#tables.has(name) ? name : null);
    this.#name = [];
    if (this.#levels.length > 500)
      throw new Problem("invalid", "This file is nested too deep to be an export.");
    return begins;
  }

  #keep(part: Buffer): void {
    this.#rowBytes += part.length;
    if (this.#rowBytes > LONGEST_ROW)
      throw new Problem("invalid", "One post in this file is larger than 64 MB.");
    this.#parts.push(part);
  }

  #endRow(): void {
    this.#rows.push({ table: this.#table, text: Buffer.concat(this.#parts).toString("utf8") });
    this.#parts = [];
    this.#rowBytes = 0;
    this.#rowDepth = -1;
  }
}
