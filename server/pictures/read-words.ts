/**
 * Author, caption, credit and the rest, from XMP, IPTC and EXIF, in this order: XMP is always
 * Unicode, IPTC mostly the same text in a character set to be found out, EXIF a camera's own.
 */
import ExifReader from "exifreader";
import { NO_WORDS, type PictureWords } from "#domain/pictures/words.ts";
import { cleanText, decodeByteString, decodeBytes } from "./decode-text.ts";

type Tag = { value?: unknown; description?: unknown };
type Group = Record<string, Tag | Tag[] | undefined>;
type Tags = { xmp?: Group; iptc?: Group; exif?: Group };

/** What cameras write where nobody has written anything. */
const CAMERA_CHATTER =
  /^(?:olympus digital camera|sony dsc|dcim|default|minolta digital camera|samsung|untitled)\b/i;
const SHORT = 300;

/** Beside the picture's words, what goes on into its public files. */
export type Carried = { copyright: string; webStatement: string; licensor: string; sourceType: string };
export const NOTHING_CARRIED: Carried = { copyright: "", webStatement: "", licensor: "", sourceType: "" };

export function readWords(file: Buffer): { words: PictureWords; carried: Carried } {
  const tags = readTags(file);
  const { xmp = {}, iptc = {}, exif = {} } = tags;
  const copyright = first(xmpText(xmp.rights), iptcText(iptc["Copyright Notice"]), exifText(exif.Copyright));
  const webStatement = webAddress(xmpText(xmp.WebStatement));
  const terms = xmpText(xmp.UsageTerms);
  const words: PictureWords = {
    ...NO_WORDS,
    author: short(
      xmpList(xmp.creator).join(", "),
      iptcList(iptc["By-line"]).join(", "),
      exifText(exif.Artist),
    ),
    source: short(xmpText(xmp.Source), iptcText(iptc.Source)),
    credit: short(xmpText(xmp.Credit), iptcText(iptc.Credit)),
    description: withoutChatter(
      first(xmpText(xmp.description), iptcText(iptc["Caption/Abstract"]), exifText(exif.ImageDescription)),
    ),
    altText: first(xmpText(xmp.AltTextAccessibility)),
    instructions: first(xmpText(xmp.Instructions), iptcText(iptc["Special Instructions"])),
    place: placeIn(xmp, iptc),
    peopleShown: listOf(xmpList(xmp.PersonInImage)),
    keywords: listOf(xmpList(xmp.subject), iptcList(iptc.Keywords)),
    rightsNote: [...new Set([copyright, terms, webStatement])].filter((part) => part !== "").join("\n"),
    takenAt: takenAt(xmp, iptc, exif),
  };
  const sourceType = webAddress(xmpText(xmp.DigitalSourceType));
  return { words, carried: { copyright, webStatement, licensor: licensorIn(xmp), sourceType } };
}

/** Metadata that can't be read is no reason to refuse a picture that can. */
function readTags(file: Buffer): Tags {
  try {
    return ExifReader.load(file, { expanded: true, computed: false } as { expanded: true }) as Tags;
  } catch {
    return {};
  }
}

function first(...texts: string[]): string {
  return cleanText(texts.find((text) => text.trim() !== "") ?? "");
}

function short(...texts: string[]): string {
  return cleanText(first(...texts), SHORT);
}

function withoutChatter(text: string): string {
  return CAMERA_CHATTER.test(text) ? "" : text;
}

function listOf(...lists: string[][]): string[] {
  const found = lists.find((list) => list.length > 0) ?? [];
  return [...new Set(found.map((word) => cleanText(word, SHORT)))]
    .filter((word) => word !== "")
    .slice(0, 100);
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** One text; of several languages the file's standard one. */
function xmpText(tag: Tag | Tag[] | undefined): string {
  return xmpList(tag)[0] ?? "";
}

function xmpList(tag: Tag | Tag[] | undefined): string[] {
  if (tag === undefined) return [];
  const tags = Array.isArray(tag) ? tag : [tag];
  return tags.flatMap(({ value, description }) => {
    if (typeof value === "string") return [value];
    if (!Array.isArray(value)) return [textOf(description)];
    const members = value.filter((member): member is Tag => typeof member === "object" && member !== null);
    return byLanguage(members).map((member) => textOf(member.value));
  });
}

type InLanguage = Tag & { attributes?: { lang?: string } };
function byLanguage(members: InLanguage[]): InLanguage[] {
  const standard = members.findIndex(({ attributes }) => attributes?.lang === "x-default");
  return standard <= 0
    ? members
    : [...members.slice(standard, standard + 1), ...members.toSpliced(standard, 1)];
}

function iptcText(tag: Tag | Tag[] | undefined): string {
  return iptcList(tag)[0] ?? "";
}

function iptcList(tag: Tag | Tag[] | undefined): string[] {
  if (tag === undefined) return [];
  return (Array.isArray(tag) ? tag : [tag]).map(({ value, description }) =>
    Array.isArray(value) && value.every((byte) => typeof byte === "number")
      ? decodeBytes(Uint8Array.from(value))
      : textOf(description),
  );
}

function exifText(tag: Tag | Tag[] | undefined): string {
  const { value, description } = (Array.isArray(tag) ? tag[0] : tag) ?? {};
  const text = Array.isArray(value) && typeof value[0] === "string" ? value[0] : textOf(description);
  return decodeByteString(text);
}

function placeIn(xmp: Group, iptc: Group): string {
  const parts = [
    first(xmpText(xmp.Location), iptcText(iptc["Sub-location"])),
    first(xmpText(xmp.City), iptcText(iptc.City)),
    first(xmpText(xmp.State), iptcText(iptc["Province/State"])),
    first(xmpText(xmp.Country), iptcText(iptc["Country/Primary Location Name"])),
  ];
  return cleanText([...new Set(parts)].filter((part) => part !== "").join(", "), SHORT);
}

/** A public file leads nowhere but to web pages. */
function webAddress(text: string): string {
  const address = cleanText(text, 500);
  return /^https?:\/\/\S+$/.test(address) ? address : "";
}

function licensorIn(xmp: Group): string {
  const { value } = (xmp.Licensor ?? {}) as Tag;
  const [member] = Array.isArray(value) ? value : [];
  return webAddress(textOf((member as Record<string, Tag> | undefined)?.LicensorURL?.value));
}

const MOMENT =
  /^(\d{4})[-:](\d\d)[-:](\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?$/;

function takenAt(xmp: Group, iptc: Group, exif: Group): PictureWords["takenAt"] {
  const camera = exifText(exif.DateTimeOriginal);
  const written = first(xmpText(xmp.DateCreated), xmpText(xmp.DateTimeOriginal));
  const ofIptc = iptcMoment(iptcText(iptc["Date Created"]), iptcText(iptc["Time Created"]));
  const found = [camera && `${camera}${exifText(exif.OffsetTimeOriginal)}`, written, ofIptc];
  for (const text of found) {
    const match = MOMENT.exec(text.trim());
    if (!match) continue;
    const [, year, month, day, hour = "12", minute = "00", second = "00", offset = ""] = match;
    const local = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
    if (Number.isNaN(Date.parse(`${local}Z`)) || Number(year) < 1830) continue;
    return { local, offset: offset === "Z" ? "+00:00" : offset.replace(/^(...)(\d\d)$/, "$1:$2") };
  }
  return null;
}

/** "20260110" and "080000+0300", as IPTC has them. */
function iptcMoment(day: string, time: string): string {
  if (!/^\d{8}$/.test(day)) return "";
  const date = day.replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3");
  const clock = /^(\d\d)(\d\d)(\d\d)([+-]\d{4})?$/.exec(time);
  return clock ? `${date}T${clock[1]}:${clock[2]}:${clock[3]}${clock[4] ?? ""}` : date;
}
