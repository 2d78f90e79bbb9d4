/**
 * WordPress writes what isn't text as `[name key="value"]…[/name]`. Those that we know become the
 * markup that they stand for; the others stay as they are written, and are named in the report.
 */
import type { Losses } from "../losses.ts";

type Attributes = Readonly<Record<string, string>>;
type Known = (attributes: Attributes, inside: string) => string | null;

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (letter) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[letter] ?? "&quot;");
const embed = (address: string) => `\n\n<figure data-embed="">${escaped(address.trim())}</figure>\n\n`;
const firstAddress = (text: string) => /https?:\/\/[^\s<>"'\]]+/i.exec(text)?.[0] ?? null;

const media: Known = ({ src, mp4, webm, ogv, mp3, m4a, ogg, wav }, inside) => {
  const address = src ?? mp4 ?? webm ?? ogv ?? mp3 ?? m4a ?? ogg ?? wav ?? firstAddress(inside);
  return address ? embed(address) : null;
};
const address: Known = (attributes, inside) => {
  const found = firstAddress(
    attributes.url ?? attributes.src ?? attributes.href ?? attributes["0"] ?? inside,
  );
  return found ? embed(found) : null;
};
const idOr =
  (page: (id: string) => string): Known =>
  (attributes, inside) => {
    const whole = address(attributes, inside);
    const id = (attributes.id ?? attributes["0"] ?? inside).trim();
    return whole ?? (/^[\w-]{4,40}$/.test(id) ? embed(page(id)) : null);
  };

const KNOWN: Readonly<Record<string, Known>> = {
  caption: ({ caption = "" }, inside) => {
    const picture = /^\s*(?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?/i.exec(inside)?.[0] ?? "";
    const words = inside.slice(picture.length).trim() || escaped(caption);
    return picture === "" ? null : `<figure>${picture}<figcaption>${words}</figcaption></figure>`;
  },
  gallery: ({ ids = "", include = "" }) =>
    `\n\n<figure class="x-gallery" data-ids="${escaped(ids || include)}"></figure>\n\n`,
  embed: (_, inside) => (firstAddress(inside) ? embed(firstAddress(inside) ?? "") : null),
  video: media,
  audio: media,
  youtube: idOr((id) => `https://www.youtube.com/watch?v=${id}`),
  vimeo: idOr((id) => `https://vimeo.com/${id}`),
  tweet: idOr((id) => `https://x.com/i/status/${id}`),
  twitter: idOr((id) => `https://x.com/i/status/${id}`),
  instagram: address,
  facebook: address,
  soundcloud: address,
  tiktok: address,
  telegram: address,
  spotify: address,
};
const ALIASES: Readonly<Record<string, string>> = { wp_caption: "caption", "soundcloud-audio": "soundcloud" };

const OPENING = /\[(\[?)([a-z][a-z0-9_-]{1,40})((?:\s+[^\]\n]{0,600}|\s*=[^\]\n]{0,600})?)\s*(\/?)\]/gi;
const ATTRIBUTE = /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))|"([^"]*)"|([^\s"'=]+)/g;

export function replaceShortcodes(text: string, losses: Losses): string {
  let result = "";
  let at = 0;
  const opening = new RegExp(OPENING);
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const [whole, doubled, written = "", attributes = "", selfClosed] = match;
    if (match.index < at) continue;
    const name = written.toLowerCase();
    const known = KNOWN[ALIASES[name] ?? name];
    const after = match.index + whole.length;
    // "[[name]]" is WordPress's way to write about a shortcode.
    if (doubled === "[") {
      result += text.slice(at, match.index) + whole.slice(1);
      at = after + (text[after] === "]" ? 1 : 0);
      continue;
    }
    const [inside, end] = selfClosed === "/" ? ["", after] : upToClosing(text, after, written);
    const made = known?.(attributesIn(attributes), inside) ?? null;
    if (made === null) {
      if (known || isShortcode(name, attributes, end > after)) losses.note("shortcode", `[${name}]`);
      continue;
    }
    result += text.slice(at, match.index) + made;
    at = end;
    opening.lastIndex = end;
  }
  return result + text.slice(at);
}

/** What stands up to `[/name]`, and where it ends; nothing when there is no such end. */
function upToClosing(text: string, from: number, name: string): [inside: string, end: number] {
  const closing = `[/${name}]`;
  const at = text.indexOf(closing, from);
  return at === -1 ? ["", from] : [text.slice(from, at), at + closing.length];
}

/** "[sic]" and "[Reuters]" are words in brackets. */
function isShortcode(name: string, attributes: string, hasEnd: boolean): boolean {
  return hasEnd || /[a-z]\s*=/i.test(attributes) || /[_-]/.test(name);
}

function attributesIn(text: string): Attributes {
  const found: Record<string, string> = {};
  let position = 0;
  for (const [, name, double, single, bare, quoted, plain] of text.replace(/^=/, "").matchAll(ATTRIBUTE)) {
    if (name !== undefined) found[name.toLowerCase()] = double ?? single ?? bare ?? "";
    else found[String(position++)] = quoted ?? plain ?? "";
  }
  return found;
}
