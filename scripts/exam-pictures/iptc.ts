/** IPTC's older block (IIM 4.2) as agencies send it, in the character sets that they send it in. */
import { OWNER, SERIAL } from "./secrets.ts";

export type Encoding = "utf-8, said so" | "utf-8, unsaid" | "windows-1256" | "windows-1252";
export type Agency = { encoding: Encoding; caption: string; author: string; credit: string; city: string };

export function iptcBlock({ encoding, caption, author, credit, city }: Agency): Buffer {
  const encode = (text: string) =>
    encoding === "windows-1256" || encoding === "windows-1252"
      ? inWindows(text, encoding)
      : Buffer.from(text);
  const sets: Buffer[] = [];
  if (encoding === "utf-8, said so") sets.push(dataset(1, 90, Buffer.from("\u001b%G")));
  sets.push(dataset(2, 0, Buffer.from([0, 4])));
  sets.push(dataset(2, 5, encode("Bread")));
  sets.push(dataset(2, 40, Buffer.from(`${SERIAL} for internal use, ${OWNER}`)));
  sets.push(dataset(2, 80, encode(author)), dataset(2, 90, encode(city)), dataset(2, 110, encode(credit)));
  sets.push(dataset(2, 116, Buffer.from("Zagros Post 2026")), dataset(2, 120, encode(caption)));
  const iim = Buffer.concat(sets);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(iim.length);
  const resource = Buffer.concat([Buffer.from("8BIM"), Buffer.from([4, 4, 0, 0]), length, iim]);
  return Buffer.concat([Buffer.from("Photoshop 3.0\0"), resource, Buffer.alloc(resource.length % 2)]);
}

function dataset(record: number, number: number, value: Buffer): Buffer {
  const head = Buffer.from([0x1c, record, number, 0, 0]);
  head.writeUInt16BE(value.length, 3);
  return Buffer.concat([head, value]);
}

/** The platform only decodes: the table is made by decoding every byte. */
export function inWindows(text: string, encoding: "windows-1256" | "windows-1252"): Buffer {
  const decoder = new TextDecoder(encoding);
  const table = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
  );
  return Buffer.from([...text].map((letter) => table.get(letter) ?? 0x3f));
}
