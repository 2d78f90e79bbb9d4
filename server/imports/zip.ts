/**
 * Files of a zip by their names, read one at a time where they lie. Only the list of names is in
 * memory. Sizes that the list promises are believed no further than the limit that is given.
 */
import { createWriteStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createInflateRaw } from "node:zlib";
import { Problem } from "#domain/problem.ts";

type Place = { at: number; packed: number; method: number };
export type Zip = {
  readonly names: Iterable<string>;
  /** Writes one file out; false: it is larger than it may be, packed in an unknown way, or damaged. */
  extract(name: string, path: string, maxBytes: number): Promise<boolean>;
  close(): Promise<void>;
};

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const MOST_FILES = 500_000;
const LARGEST_LIST = 256 * 1024 * 1024;
const DAMAGED = "This zip is damaged or cut off. Pack it again.";

export async function openZip(path: string): Promise<Zip> {
  const file = await open(path, "r");
  try {
    const places = readList(await listOf(file, (await file.stat()).size));
    return {
      names: places.keys(),
      extract: (name, target, maxBytes) => extract(file, places.get(name), target, maxBytes),
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function bytesAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
  if (bytesRead !== length) throw new Problem("invalid", DAMAGED);
  return buffer;
}

/** The list of files stands at the end; in front of it, for large zips, where it stands. */
async function listOf(file: FileHandle, size: number): Promise<Buffer> {
  const length = Math.min(size, 65_557);
  const tail = await bytesAt(file, size - length, length);
  let end = length - 22;
  while (end >= 0 && tail.readUInt32LE(end) !== END) end -= 1;
  if (end < 0) throw new Problem("invalid", "This isn't a zip file.");
  let [bytes, at] = [tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)];
  if (end >= 20 && tail.readUInt32LE(end - 20) === LOCATOR_64) {
    const large = await bytesAt(file, Number(tail.readBigUInt64LE(end - 12)), 56);
    if (large.readUInt32LE(0) !== END_64) throw new Problem("invalid", DAMAGED);
    [bytes, at] = [Number(large.readBigUInt64LE(40)), Number(large.readBigUInt64LE(48))];
  }
  if (bytes > LARGEST_LIST || at + bytes > size) throw new Problem("invalid", DAMAGED);
  return bytesAt(file, at, bytes);
}

function readList(list: Buffer): Map<string, Place> {
  const places = new Map<string, Place>();
  for (let at = 0; at + 46 <= list.length && list.readUInt32LE(at) === ENTRY; ) {
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((offset) =>
      list.readUInt16LE(at + offset),
    );
    const extraAt = at + 46 + (nameLength ?? 0);
    const name = list.toString("utf8", at + 46, extraAt);
    const place = {
      at: list.readUInt32LE(at + 42),
      packed: list.readUInt32LE(at + 20),
      method: list.readUInt16LE(at + 10),
    };
    const extra = list.subarray(extraAt, extraAt + (extraLength ?? 0));
    const isPlain = (list.readUInt16LE(at + 8) & 1) === 0 && !name.endsWith("/");
    if (isPlain) places.set(name.replaceAll("\\", "/"), large(place, list.readUInt32LE(at + 24), extra));
    if (places.size > MOST_FILES) throw new Problem("invalid", "This zip holds too many files.");
    at = extraAt + (extraLength ?? 0) + (noteLength ?? 0);
  }
  return places;
}

/** Numbers that don't fit stand in a field of their own, in a fixed order, and only those. */
function large(place: Place, unpacked: number, extra: Buffer): Place {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let next = at + 4;
    const take = (value: number) => {
      if (value !== 0xffffffff || next + 8 > extra.length) return value;
      next += 8;
      return Number(extra.readBigUInt64LE(next - 8));
    };
    take(unpacked);
    const packed = take(place.packed);
    return { ...place, packed, at: take(place.at) };
  }
  return place;
}

async function extract(
  file: FileHandle,
  place: Place | undefined,
  path: string,
  maxBytes: number,
): Promise<boolean> {
  if (!place || (place.method !== 0 && place.method !== 8) || place.packed > maxBytes || place.packed === 0)
    return false;
  const head = await bytesAt(file, place.at, 30);
  if (head.readUInt32LE(0) !== LOCAL) return false;
  const start = place.at + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
  const packed = file.createReadStream({ start, end: start + place.packed - 1, autoClose: false });
  let bytes = 0;
  const counted = new Transform({
    transform(part: Buffer, _, done) {
      bytes += part.length;
      done(bytes > maxBytes ? new Error("too large") : null, part);
    },
  });
  const steps = place.method === 8 ? [packed, createInflateRaw(), counted] : [packed, counted];
  try {
    await pipeline([...steps, createWriteStream(path)]);
    return true;
  } catch {
    return false; // said in the report as a picture that can't be had
  }
}
