/**
 * An EXIF block as a careless camera writes it: owner, serial numbers, place, maker's notes, a
 * thumbnail. TIFF 6.0 and EXIF 2.32 by hand, in either byte order, because a library would write
 * only what is right.
 */
import { type ByteOrder, fractions, LATITUDE, LONGITUDE, MAKER, OWNER, SERIAL } from "./secrets.ts";

type Entry = { tag: number; type: 1 | 2 | 3 | 4 | 5 | 7; count: number; bytes: Buffer };
export type Camera = {
  order: ByteOrder;
  orientation: number;
  artist: string;
  copyright: string;
  caption: string;
  thumbnail: Buffer;
};

export function exifBlock(camera: Camera): Buffer {
  const { order } = camera;
  const text = (tag: number, value: string): Entry => {
    const bytes = Buffer.from(`${value}\0`);
    return { tag, type: 2, count: bytes.length, bytes };
  };
  const raw = (tag: number, bytes: Buffer): Entry => ({ tag, type: 7, count: bytes.length, bytes });
  const short = (tag: number, value: number): Entry => ({
    tag,
    type: 3,
    count: 1,
    bytes: word(order, value),
  });
  const long = (tag: number, value: number): Entry => ({
    tag,
    type: 4,
    count: 1,
    bytes: double(order, value),
  });
  const place = (tag: number, value: readonly number[]): Entry => ({
    ...{ tag, type: 5, count: 3, bytes: fractions(value, order) },
  });
  const details = [
    text(0x9003, "2026:01:10 08:15:00"),
    text(0x9011, "+03:00"),
    raw(0x927c, Buffer.from(`${MAKER} ${SERIAL} ${OWNER}`)),
    raw(0x9286, Buffer.from(`ASCII\0\0\0${OWNER}`)),
    text(0xa430, OWNER),
    text(0xa431, SERIAL),
    text(0xa435, SERIAL),
  ];
  const gps = [text(1, "N"), place(2, LATITUDE), text(3, "E"), place(4, LONGITUDE), text(29, "2026:01:10")];
  const main = [
    text(0x010e, camera.caption),
    text(0x010f, "Zagroscam"),
    short(0x0112, camera.orientation),
    text(0x013b, camera.artist),
    text(0x8298, camera.copyright),
    text(0xc62f, SERIAL),
  ];
  return layOut(order, { main, details, gps, thumbnail: camera.thumbnail, long });
}

type Parts = {
  main: Entry[];
  details: Entry[];
  gps: Entry[];
  thumbnail: Buffer;
  long: (tag: number, value: number) => Entry;
};

/** Header, IFD0, EXIF, GPS, IFD1 with the thumbnail: each directory followed by its long values. */
function layOut(order: ByteOrder, { main, details, gps, thumbnail, long }: Parts): Buffer {
  const sizeOf = (entries: Entry[]) =>
    6 +
    entries.length * 12 +
    entries.reduce((sum, { bytes }) => sum + (bytes.length > 4 ? even(bytes.length) : 0), 0);
  const whole = [...main, long(0x8769, 0), long(0x8825, 0)];
  const detailsAt = 8 + sizeOf(whole);
  const gpsAt = detailsAt + sizeOf(details);
  const secondAt = gpsAt + sizeOf(gps);
  const second = [long(0x0201, 0), long(0x0202, thumbnail.length)];
  const thumbnailAt = secondAt + sizeOf(second);
  const first = [...main, long(0x8769, detailsAt), long(0x8825, gpsAt)];
  return Buffer.concat([
    Buffer.from(order),
    word(order, 42),
    double(order, 8),
    directory(order, 8, first, secondAt),
    directory(order, detailsAt, details, 0),
    directory(order, gpsAt, gps, 0),
    directory(order, secondAt, [long(0x0201, thumbnailAt), long(0x0202, thumbnail.length)], 0),
    thumbnail,
  ]);
}

function directory(order: ByteOrder, at: number, entries: Entry[], next: number): Buffer {
  const sorted = entries.toSorted((a, b) => a.tag - b.tag);
  let valuesAt = at + 6 + sorted.length * 12;
  const heads: Buffer[] = [word(order, sorted.length)];
  const values: Buffer[] = [];
  for (const { tag, type, count, bytes } of sorted) {
    const inline = bytes.length <= 4;
    const value = inline ? Buffer.concat([bytes, Buffer.alloc(4 - bytes.length)]) : double(order, valuesAt);
    heads.push(word(order, tag), word(order, type), double(order, count), value);
    if (inline) continue;
    values.push(bytes, Buffer.alloc(even(bytes.length) - bytes.length));
    valuesAt += even(bytes.length);
  }
  return Buffer.concat([...heads, double(order, next), ...values]);
}

const even = (length: number) => length + (length % 2);

function word(order: ByteOrder, value: number): Buffer {
  const bytes = Buffer.alloc(2);
  if (order === "II") bytes.writeUInt16LE(value);
  else bytes.writeUInt16BE(value);
  return bytes;
}

function double(order: ByteOrder, value: number): Buffer {
  const bytes = Buffer.alloc(4);
  if (order === "II") bytes.writeUInt32LE(value);
  else bytes.writeUInt32BE(value);
  return bytes;
}
