/**
 * Which letters a WOFF2 file can draw, read from the file itself (W3C WOFF2, section 4; OpenType
 * `cmap` formats 4 and 12). For the tests: a subset that lost a letter shows on no English page.
 */
import { brotliDecompressSync } from "node:zlib";

const HEADER_BYTES = 48;
const CMAP_TAG = 0;
const GLYF_TAGS = [10, 11];
const OWN_TAG = 63;

/** A number in base 128, most significant part first, as the table directory writes lengths. */
function base128(file: Buffer, start: number): { value: number; next: number } {
  let value = 0;
  let next = start;
  for (;;) {
    const byte = file.readUInt8(next);
    next += 1;
    value = value * 128 + (byte & 127);
    if (byte < 128) return { value, next };
  }
}

function cmapOf(file: Buffer): Buffer {
  if (file.toString("latin1", 0, 4) !== "wOF2") throw new Error("not a WOFF2 file");
  let at = HEADER_BYTES;
  let offset = 0;
  let found: { start: number; end: number } | null = null;
  for (let table = 0; table < file.readUInt16BE(12); table++) {
    const flags = file.readUInt8(at);
    const tag = flags & 63;
    const version = flags >> 6;
    const original = base128(file, at + (tag === OWN_TAG ? 5 : 1));
    // glyf and loca are transformed unless their version says 3; every other table the other way round.
    const transformed = GLYF_TAGS.includes(tag) ? version !== 3 : version !== 0;
    const stored = transformed ? base128(file, original.next) : original;
    at = stored.next;
    if (tag === CMAP_TAG) found = { start: offset, end: offset + stored.value };
    offset += stored.value;
  }
  if (!found) throw new Error("a font without a cmap");
  const tables = brotliDecompressSync(file.subarray(at, at + file.readUInt32BE(20)));
  return tables.subarray(found.start, found.end);
}

function lettersOfFormat4(table: Buffer, letters: Set<string>): void {
  const segments = table.readUInt16BE(6) / 2;
  for (let segment = 0; segment < segments; segment++) {
    const end = table.readUInt16BE(14 + segment * 2);
    const start = table.readUInt16BE(16 + segments * 2 + segment * 2);
    for (let point = start; point <= end && point !== 0xffff; point++)
      letters.add(String.fromCodePoint(point));
  }
}

function lettersOfFormat12(table: Buffer, letters: Set<string>): void {
  for (let group = 0; group < table.readUInt32BE(12); group++) {
    const start = table.readUInt32BE(16 + group * 12);
    const end = table.readUInt32BE(20 + group * 12);
    for (let point = start; point <= end; point++) letters.add(String.fromCodePoint(point));
  }
}

/** Every letter that the font maps to a glyph. */
export function lettersIn(file: Buffer): Set<string> {
  const cmap = cmapOf(file);
  const letters = new Set<string>();
  for (let entry = 0; entry < cmap.readUInt16BE(2); entry++) {
    const table = cmap.subarray(cmap.readUInt32BE(8 + entry * 8));
    const format = table.readUInt16BE(0);
    if (format === 4) lettersOfFormat4(table, letters);
    else if (format === 12) lettersOfFormat12(table, letters);
  }
  return letters;
}
