/** Files that somebody sends who means no good, or whose disk was full: none may do harm, most must be refused. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { intoJpeg, intoPng, pngChunk } from "./containers.ts";
import { corners, type OddFile } from "./good-files.ts";
import { OWNER } from "./secrets.ts";

const SIZE = { width: 160, height: 120 };

export async function hostileFiles(): Promise<OddFile[]> {
  const jpeg = await (await corners(SIZE)).jpeg().toBuffer();
  const png = await (await corners(SIZE)).png().toBuffer();
  const webp = await (await corners(SIZE)).webp().toBuffer();
  const avif = await (await corners(SIZE)).avif().toBuffer();
  const heic = readFileSync(join(import.meta.dirname, "../../server/pictures/fixtures/turned.heic"));
  return [
    ...[jpeg, png, webp, avif, heic].flatMap((bytes, at) =>
      cutOff(bytes, ["jpeg", "png", "webp", "avif", "heic"][at] ?? ""),
    ),
    ...notPictures(),
    ...bombs(jpeg),
    ...(await twisted(jpeg, png)),
  ];
}

function cutOff(bytes: Buffer, format: string): OddFile[] {
  return [0.02, 0.2, 0.5, 0.9].map((part) => ({
    name: `${format}, cut off at ${part * 100} %`,
    bytes: bytes.subarray(0, Math.max(1, Math.floor(bytes.length * part))),
    // Of some formats the rest is padding, and a picture is still there.
    expected: part < 0.6 ? null : "either",
  }));
}

function notPictures(): OddFile[] {
  const texts: Record<string, string> = {
    "a web page": "<!doctype html><script>alert(1)</script>",
    "an SVG": '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    "an SVG with an entity":
      '<?xml version="1.0"?><!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg"><text>&x;</text></svg>',
    "a PDF": "%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>",
    "a program": "MZ\u0090\0\u0003\0\0\0",
    "an archive": "PK\u0003\u0004\u0014\0\0\0",
    "a PHP script": "<?php system($_GET['c']); ?>",
    "one letter": "x",
    "a PostScript": "%!PS-Adobe-3.0 EPSF-3.0\n(/etc/passwd) run",
    "an ImageMagick script":
      "push graphic-context\nviewbox 0 0 640 480\nfill 'url(https://evil.test/x\"|ls\")'\n",
    "only the head of a GIF": "GIF89a",
    "only the head of a PNG": "\u0089PNG\r\n\u001a\n",
  };
  const files = Object.entries(texts).map(
    ([name, text]): OddFile => ({ name, bytes: Buffer.from(text, "latin1"), expected: null }),
  );
  const tiff = Buffer.concat([Buffer.from("II*\0\u0008\0\0\0\0\0\0\0\0\0", "latin1"), Buffer.alloc(64)]);
  const bmp = Buffer.concat([Buffer.from("BM"), Buffer.alloc(120)]);
  return [
    ...files,
    { name: "a TIFF", bytes: tiff, expected: null },
    { name: "a BMP", bytes: bmp, expected: null },
  ];
}

function bombs(jpeg: Buffer): OddFile[] {
  return [
    { name: "a PNG of 40,000 × 40,000 in a few KB", bytes: flatPng(40_000, 40_000), expected: null },
    { name: "a PNG of 65,000 × 1 over the edge", bytes: flatPng(200_000, 2_000), expected: null },
    { name: "a PNG of 100 megapixels of one colour", bytes: flatPng(10_000, 10_000), expected: "either" },
    {
      name: "a PNG that says less than it holds",
      bytes: lying(flatPng(3_000, 3_000), 16, 16),
      expected: "either",
    },
    { name: "a JPEG that says 65,500 × 65,500", bytes: lyingJpeg(jpeg, 65_500, 65_500), expected: null },
    { name: "a JPEG that says 10,000 × 10,000", bytes: lyingJpeg(jpeg, 10_000, 10_000), expected: "either" },
    { name: "a GIF with a screen of 65,535 × 65,535", bytes: hugeGif(), expected: null },
    { name: "a PNG with 200 MB of text, packed", bytes: textBomb(), expected: "either" },
  ];
}

/** One bit a pixel, all zero: packs to nearly nothing. */
function flatPng(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 1;
  const row = Buffer.alloc(1 + Math.ceil(width / 8));
  const rows = deflateSync(Buffer.alloc(Math.min(row.length * height, 220_000_000)), { level: 9 });
  return Buffer.concat([
    Buffer.from("\u0089PNG\r\n\u001a\n", "latin1"),
    pngChunk("IHDR", head),
    pngChunk("IDAT", rows),
    pngChunk("IEND", Buffer.alloc(0)),
  ]);
}

function lying(png: Buffer, width: number, height: number): Buffer {
  const head = Buffer.from(png.subarray(16, 29));
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  return Buffer.concat([png.subarray(0, 8), pngChunk("IHDR", head), png.subarray(33)]);
}

function lyingJpeg(jpeg: Buffer, width: number, height: number): Buffer {
  const copy = Buffer.from(jpeg);
  const frame = copy.indexOf(Buffer.from([0xff, 0xc0]));
  copy.writeUInt16BE(height, frame + 5);
  copy.writeUInt16BE(width, frame + 7);
  return copy;
}

function hugeGif(): Buffer {
  const head = Buffer.from("GIF89a\0\0\0\0\u0080\0\0\0\0\0\u00ff\u00ff\u00ff", "latin1");
  head.writeUInt16LE(65_535, 6);
  head.writeUInt16LE(65_535, 8);
  const image = Buffer.from([0x2c, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0, 2, 2, 0x44, 1, 0, 0x3b]);
  return Buffer.concat([head, image]);
}

function textBomb(): Buffer {
  const png = flatPng(64, 64);
  const packed = deflateSync(Buffer.alloc(200_000_000, 0x61), { level: 9 });
  return intoPng(png, { tail: Buffer.alloc(0) }).length > 0
    ? Buffer.concat([
        png.subarray(0, 33),
        pngChunk("zTXt", Buffer.concat([Buffer.from("Comment\0\0"), packed])),
        png.subarray(33),
      ])
    : png;
}

/** Whole pictures with a trap in what they say of themselves. */
async function twisted(jpeg: Buffer, png: Buffer): Promise<OddFile[]> {
  const loop = Buffer.from(
    "II*\0\u0008\0\0\0\u0001\0\u0069\u0087\u0004\0\u0001\0\0\0\u0008\0\0\0\u0008\0\0\0",
    "latin1",
  );
  const laughs = `<!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 12 }, (_, at) => `<!ENTITY ${"bcdefghijklm"[at]} "${`&${"abcdefghijkl"[at]};`.repeat(10)}">`).join("")}]><x:xmpmeta xmlns:x="adobe:ns:meta/">&m;</x:xmpmeta>`;
  const overrun = Buffer.concat([
    Buffer.from("Photoshop 3.0\x008BIM\x04\x04\0\0\xff\xff\xff\xff", "latin1"),
    Buffer.from([0x1c, 2, 120, 0xff, 0xff]),
  ]);
  const nowhere = Buffer.from("MM\0*\u00ff\u00ff\u00ff\u00f0", "latin1");
  const whole = { credit: "", author: "", caption: "", ...SIZE, hasCorners: true };
  return [
    { name: "a JPEG whose EXIF points at itself", bytes: intoJpeg(jpeg, { exif: loop }), expected: whole },
    { name: "a JPEG whose EXIF points outside", bytes: intoJpeg(jpeg, { exif: nowhere }), expected: whole },
    { name: "a JPEG with a thousand laughs in XMP", bytes: intoJpeg(jpeg, { xmp: laughs }), expected: whole },
    {
      name: "a JPEG whose IPTC is longer than the file",
      bytes: intoJpeg(jpeg, { iptc: overrun }),
      expected: whole,
    },
    {
      name: "a JPEG that is a web page too",
      bytes: intoJpeg(jpeg, { comment: "<html><script>alert(1)</script>" }),
      expected: whole,
    },
    {
      name: "a JPEG with an archive behind it",
      bytes: intoJpeg(jpeg, { tail: Buffer.from(`PK\u0003\u0004${OWNER}`) }),
      expected: whole,
    },
    {
      name: "a PNG with a script behind it",
      bytes: intoPng(png, { tail: Buffer.from(`<script>${OWNER}</script>`) }),
      expected: whole,
    },
    {
      name: "a PNG with a script as its comment",
      bytes: intoPng(png, { comment: `<?php ${OWNER}` }),
      expected: whole,
    },
    {
      name: "a JPEG with 60 KB of nothing as EXIF",
      bytes: intoJpeg(jpeg, { exif: Buffer.alloc(60_000, 0xff) }),
      expected: whole,
    },
    { name: "a PNG with a broken sum", bytes: Buffer.from(png).fill(0, 29, 33), expected: "either" },
    { name: "a PNG named .jpg", bytes: png, expected: whole },
  ];
}
