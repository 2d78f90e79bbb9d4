/** Looks at what readers would get: by reading it as a stranger's program would, and byte by byte. */
import ExifReader from "exifreader";
import sharp from "sharp";
import type { Expected } from "./good-files.ts";
import { secretsAsBytes } from "./secrets.ts";

export type Fault = { file: string; what: string };
const SECRETS = secretsAsBytes();
/** All that a public file's XMP may say. */
const MAY_SAY = new Set([
  ...["creator", "rights", "Credit", "Source", "WebStatement", "Licensor", "DigitalSourceType"],
  ...["about", "_raw"],
]);

/** Everything that must not be in a public file and is. */
export async function secretsIn(bytes: Buffer): Promise<string[]> {
  const found = SECRETS.filter((secret) => bytes.includes(secret.bytes)).map(({ name }) => `holds ${name}`);
  const { exif, iptc, tifftagPhotoshop } = await sharp(bytes).metadata();
  if (exif || iptc || tifftagPhotoshop) found.push("has EXIF or IPTC");
  const tags = ExifReader.load(bytes, { expanded: true }) as Record<
    string,
    Record<string, unknown> | undefined
  >;
  for (const group of ["gps", "makerNotes", "Thumbnail", "iptc", "photoshop", "mpf"]) {
    if (tags[group]) found.push(`has ${group}`);
  }
  for (const name of Object.keys(tags.xmp ?? {})) {
    if (!MAY_SAY.has(name)) found.push(`says ${name} in XMP`);
  }
  return found;
}

/** Whether credit and author stand in it, in the right letters. */
export async function keepsCredit(bytes: Buffer, { credit, author }: Expected): Promise<boolean> {
  const { xmp } = await sharp(bytes).metadata();
  const said = (xmp?.toString("utf8") ?? "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
  return said.includes(credit) && said.includes(author);
}

/** Which way up it came out: red, green, blue, white from the upper left. */
export async function isUpright(bytes: Buffer): Promise<boolean> {
  const { data, info } = await sharp(bytes)
    .toColourspace("srgb")
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const colourAt = (x: number, y: number) => {
    const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels;
    const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
    if (red > 190 && green > 190 && blue > 190) return "white";
    if (red > green + 40 && red > blue + 40) return "red";
    if (green > red + 40 && green > blue + 40) return "green";
    return blue > red + 40 ? "blue" : "none";
  };
  const seen = [colourAt(0.2, 0.2), colourAt(0.8, 0.2), colourAt(0.2, 0.8), colourAt(0.8, 0.8)];
  return seen.join() === "red,green,blue,white";
}

/** What a careless lab would make: the mutant's files. */
export function withEverythingKept(original: Buffer): Promise<Buffer> {
  return sharp(original).keepMetadata().toBuffer();
}
