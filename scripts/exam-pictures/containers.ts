/** Puts blocks of metadata into files where each format has a place for them. */
import { crc32 } from "node:zlib";

export type Blocks = { exif?: Buffer; iptc?: Buffer; xmp?: string; comment?: string; tail?: Buffer };

const XMP_IN_JPEG = Buffer.from("http://ns.adobe.com/xap/1.0/\0");

export function intoJpeg(jpeg: Buffer, { exif, iptc, xmp, comment, tail }: Blocks): Buffer {
  const segments: Buffer[] = [];
  if (exif) segments.push(segment(0xe1, Buffer.concat([Buffer.from("Exif\0\0"), exif])));
  if (xmp) segments.push(segment(0xe1, Buffer.concat([XMP_IN_JPEG, Buffer.from(xmp)])));
  if (iptc) segments.push(segment(0xed, iptc));
  if (comment) segments.push(segment(0xfe, Buffer.from(comment)));
  return Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2), tail ?? Buffer.alloc(0)]);
}

function segment(marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

const PNG_HEAD_BYTES = 8 + 25;

/** After the header chunk, or with `tail` after the pixels, where the standard allows it too. */
export function intoPng(png: Buffer, { exif, xmp, comment, tail }: Blocks): Buffer {
  const chunks: Buffer[] = [];
  if (exif) chunks.push(pngChunk("eXIf", exif));
  if (xmp) chunks.push(pngChunk("iTXt", Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${xmp}`)));
  if (comment) chunks.push(pngChunk("tEXt", Buffer.from(`Comment\0${comment}`, "latin1")));
  const head = png.subarray(0, PNG_HEAD_BYTES);
  return Buffer.concat([head, ...chunks, png.subarray(PNG_HEAD_BYTES), tail ?? Buffer.alloc(0)]);
}

export function pngChunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), body]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

/** A simple WebP gets the extended header first, which says what follows. */
export function intoWebp(
  webp: Buffer,
  size: { width: number; height: number },
  { exif, xmp, tail }: Blocks,
): Buffer {
  const inner = webp.subarray(12);
  const isExtended = inner.subarray(0, 4).toString() === "VP8X";
  const flags = (exif ? 8 : 0) | (xmp ? 4 : 0);
  const chunks: Buffer[] = [];
  if (isExtended) {
    const copy = Buffer.from(inner);
    copy[8] = (copy[8] ?? 0) | flags;
    chunks.push(copy);
  } else {
    const head = Buffer.alloc(10);
    head[0] = flags | (inner.subarray(0, 4).toString() === "VP8L" ? 16 : 0);
    head.writeUIntLE(size.width - 1, 4, 3);
    head.writeUIntLE(size.height - 1, 7, 3);
    chunks.push(riffChunk("VP8X", head), inner);
  }
  if (exif) chunks.push(riffChunk("EXIF", exif));
  if (xmp) chunks.push(riffChunk("XMP ", Buffer.from(xmp)));
  const body = Buffer.concat([Buffer.from("WEBP"), ...chunks]);
  return Buffer.concat([riffHead(body.length), body, tail ?? Buffer.alloc(0)]);
}

function riffChunk(type: string, body: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(body.length);
  return Buffer.concat([Buffer.from(type), length, body, Buffer.alloc(body.length % 2)]);
}

function riffHead(length: number): Buffer {
  const head = Buffer.from("RIFF\0\0\0\0");
  head.writeUInt32LE(length, 4);
  return head;
}

export function intoGif(gif: Buffer, { comment }: Blocks): Buffer {
  const text = Buffer.from(comment ?? "").subarray(0, 255);
  const extension = Buffer.concat([Buffer.from([0x21, 0xfe, text.length]), text, Buffer.from([0])]);
  // Before the end of the file, where every reader of GIFs looks.
  return Buffer.concat([gif.subarray(0, -1), extension, gif.subarray(-1)]);
}
