/**
 * Pictures that a newsroom gets, each with all that must not come out of it: every format, every
 * orientation, every way to write a caption. Four coloured corners say which way up they came out.
 */
import sharp, { type Sharp } from "sharp";
import { intoGif, intoJpeg, intoPng, intoWebp } from "./containers.ts";
import { exifBlock } from "./exif.ts";
import { type Encoding, iptcBlock } from "./iptc.ts";
import { OWNER, SERIAL, THUMB } from "./secrets.ts";
import { xmpPacket } from "./xmp.ts";

export type OddFile = {
  name: string;
  bytes: Buffer;
  /** Null: it must be refused, somewhere on the way, in a sentence. "either": it must harm nothing. */
  expected: Expected | null | "either";
};
export type Expected = {
  credit: string;
  author: string;
  caption: string;
  /** As seen by whoever holds it upright. */
  width: number;
  height: number;
  /** Whether its corners say which way up it is. */
  hasCorners: boolean;
};
export type Dice = () => number;
type Size = { width: number; height: number };

const SAYINGS = [
  {
    author: "Aram Karim",
    credit: "Aram Karim/Zagros Post",
    caption: "Bakers of Sulaimani raise the price of bread.",
  },
  {
    author: "ئارام کەریم",
    credit: "زاگرۆس پۆست",
    caption: "نانەواکانی سلێمانی نرخی نان بەرز دەکەنەوە، ڕۆژی دووشەممە.",
  },
  {
    author: "آرام كريم",
    credit: "زاغروس بوست",
    caption: "خبازو السليمانية يرفعون سعر الخبز اعتباراً من الاثنين.",
  },
  {
    author: "Zoë Müller & <Söhne>",
    credit: "Agence “Zagros”",
    caption: "Le prix du pain augmente à Souleimaniye.",
  },
] as const;

export const ORIENTATIONS = [1, 2, 3, 4, 5, 6, 7, 8] as const;
const ENCODINGS: readonly Encoding[] = ["utf-8, said so", "utf-8, unsaid", "windows-1256", "windows-1252"];

/** Red, green, blue, white from the upper left, upright; stored so that `orientation` makes it upright. */
export async function corners({ width, height }: Size, orientation = 1): Promise<Sharp> {
  const upright = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const colour =
        y < height / 2
          ? x < width / 2
            ? [200, 30, 30]
            : [30, 160, 30]
          : x < width / 2
            ? [30, 30, 200]
            : [240, 240, 240];
      upright.set(colour, (y * width + x) * 3);
    }
  }
  const picture = sharp(
    await sharp(upright, { raw: { width, height, channels: 3 } })
      .png()
      .toBuffer(),
  );
  return sharp(await (WAYS_BACK[orientation - 1] ?? WAYS_BACK[0])(picture).png().toBuffer());
}

/** From upright to how the camera stores it (EXIF 2.32, 4.6.4), by orientation. Mirroring comes before turning. */
const WAYS_BACK: [(picture: Sharp) => Sharp, ...((picture: Sharp) => Sharp)[]] = [
  (picture) => picture,
  (picture) => picture.flop(),
  (picture) => picture.rotate(180),
  (picture) => picture.flip(),
  (picture) => picture.flop().rotate(270),
  (picture) => picture.rotate(270),
  (picture) => picture.flop().rotate(90),
  (picture) => picture.rotate(90),
];

let serial = 0;

export async function goodFile(dice: Dice, format: string, orientation: number): Promise<OddFile> {
  serial += 1;
  const size = { width: 2 * Math.floor(40 + dice() * 160), height: 2 * Math.floor(30 + dice() * 120) };
  const saying = SAYINGS[Math.floor(dice() * SAYINGS.length)] ?? SAYINGS[0];
  const ways = ["xmp", "iptc", "both"] as const;
  const way = format.startsWith("jpeg") ? (ways[Math.floor(dice() * 3)] ?? "xmp") : "xmp";
  const encoding = encodingFor(saying.caption, dice);
  const thumbnail = intoJpeg(await (await corners({ width: 16, height: 12 })).jpeg().toBuffer(), {
    comment: THUMB,
  });
  const copyright = "Zagros Post 2026";
  const exif = exifBlock({
    ...{ order: dice() < 0.5 ? "II" : "MM", orientation, artist: saying.author, copyright, caption: "" },
    thumbnail,
  });
  const blocks = {
    exif,
    comment: `${OWNER} ${SERIAL}`,
    ...(way !== "iptc" && { xmp: xmpPacket({ ...saying, copyright }) }),
    ...(way !== "xmp" && { iptc: iptcBlock({ ...saying, encoding, city: "Sulaimani" }) }),
    ...(dice() < 0.2 && { tail: Buffer.from(`PK\u0003\u0004${OWNER}<script>alert(1)</script>`) }),
  };
  const bytes = await written(format, size, orientation, blocks);
  const hasWords = format !== "gif" && format !== "gif moving";
  return {
    name: `${serial} ${format}, orientation ${orientation}, ${way}${way === "xmp" ? "" : ` ${encoding}`}`,
    bytes,
    expected: {
      credit: hasWords ? saying.credit : "",
      author: hasWords ? saying.author : "",
      caption: hasWords ? saying.caption : "",
      ...size,
      hasCorners: true,
    },
  };
}

/** Windows' tables hold only some letters: a caption in others is never sent in them. */
function encodingFor(caption: string, dice: Dice): Encoding {
  const fits: Encoding[] = ["utf-8, said so", "utf-8, unsaid"];
  if (/[\u0621-\u064a]/.test(caption) && !/[ەێۆڕڵ]/.test(caption)) fits.push("windows-1256");
  if (!/[^ -ÿ“”]/.test(caption)) fits.push("windows-1252");
  return ENCODINGS.find((each) => each === fits[Math.floor(dice() * fits.length)]) ?? "utf-8, said so";
}

type Blocks = Parameters<typeof intoJpeg>[1];

/** Formats that turn by a property of their own, or not at all, are stored upright. */
async function written(format: string, upright: Size, orientation: number, blocks: Blocks): Promise<Buffer> {
  const picture = await corners(upright, orientation);
  const size = orientation >= 5 ? { width: upright.height, height: upright.width } : upright;
  switch (format) {
    case "jpeg":
      return intoJpeg(await picture.jpeg().toBuffer(), blocks);
    case "jpeg progressive":
      return intoJpeg(await picture.jpeg({ progressive: true }).toBuffer(), blocks);
    case "jpeg CMYK":
      return intoJpeg(await picture.toColourspace("cmyk").jpeg({ quality: 95 }).toBuffer(), blocks);
    case "png":
      return intoPng(await picture.png().toBuffer(), blocks);
    case "png 16 bits":
      return intoPng(await picture.toColourspace("rgb16").png().toBuffer(), blocks);
    case "png palette":
      return intoPng(await picture.png({ palette: true }).toBuffer(), blocks);
    case "webp":
      return intoWebp(await picture.webp({ quality: 95 }).toBuffer(), size, blocks);
    case "webp lossless":
      return intoWebp(await picture.webp({ lossless: true }).toBuffer(), size, blocks);
    case "avif":
      return avif(await corners(upright), blocks);
    case "gif":
      return intoGif(await (await corners(upright)).gif().toBuffer(), blocks);
    case "gif moving":
      return intoGif(await moving(upright), blocks);
    default:
      throw new Error(`no way to write ${format}`);
  }
}

function avif(picture: Sharp, { xmp = "" }: Blocks): Promise<Buffer> {
  const secret = { IFD2: { CameraOwnerName: OWNER, BodySerialNumber: SERIAL, UserComment: OWNER } };
  const place = { GPSLatitudeRef: "N", GPSLatitude: "35/1 33/1 1741/100", GPSLongitude: "45/1 26/1 983/100" };
  return picture
    .withExif({ ...secret, IFD3: place })
    .withXmp(xmp)
    .avif({ quality: 80, effort: 0 })
    .toBuffer();
}

async function moving(size: Size): Promise<Buffer> {
  const first = await (await corners(size)).png().toBuffer();
  const second = await sharp({ create: { ...size, channels: 3, background: "#000" } })
    .png()
    .toBuffer();
  return sharp([first, second], { join: { animated: true } })
    .gif({ delay: [100, 100] })
    .toBuffer();
}
