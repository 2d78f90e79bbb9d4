/**
 * One spelling for addresses that once stood somewhere. Arabic and Kurdish slugs travel in many:
 * percent-escapes in small or capital letters, once or twice, letters composed or taken apart.
 * Whoever writes a redirect down and whoever looks one up both go through here.
 */

/** WordPress finds what it has by number, at its root. These are all that the front lets through. */
const BY_NUMBER = /^(?:p|page_id|attachment_id|cat)$/;
const DEEPEST_ESCAPES = 4;
const LONGEST = 2_000;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
const UNSPEAKABLE = /[\u0000-\u001f\u007f\\]/;

/** "/2019/05/بەفر" for "/2019/05/%d8%a8…/" and for its escaped escapes. */
export function oldPath(path: string): string {
  const plain = decoded(path).normalize("NFC");
  const clean = plain.replace(/\/{2,}/g, "/").replace(/(?<=.)\/+$/, "");
  return clean.startsWith("/") ? clean : `/${clean}`;
}

/** Escapes are taken off until none is left. What isn't UTF-8 stays as it came. */
function decoded(path: string): string {
  let plain = path;
  for (let times = 0; times < DEEPEST_ESCAPES && /%[0-9a-f]{2}/i.test(plain); times += 1) {
    try {
      plain = decodeURIComponent(plain);
    } catch (error) {
      if (error instanceof URIError) return plain;
      throw error;
    }
  }
  return plain;
}

/** "/?p=123", where that is what an address asks for; the other words of a query say nothing. */
export function numberedPath(path: string, query: string): string | null {
  if (!/^\/(?:index\.php)?$/.test(path)) return null;
  for (const [name, value] of new URLSearchParams(query)) {
    if (BY_NUMBER.test(name) && /^[1-9]\d{0,14}$/.test(value)) return `/?${name}=${value}`;
  }
  return null;
}

/** An address of an earlier site as its redirect is written down: a path, or a number. Null: it can't be one. */
export function oldPathOf(address: string): string | null {
  const written = address.trim();
  if (written === "" || !URL.canParse(written, "https://earlier.invalid")) return null;
  const url = new URL(written, "https://earlier.invalid");
  if (url.protocol !== "https:" && url.protocol !== "http:") return null;
  const numbered = numberedPath(url.pathname, url.search.slice(1));
  if (numbered !== null) return numbered;
  const path = oldPath(url.pathname);
  return path === "/" || path.length > LONGEST || UNSPEAKABLE.test(path) ? null : path;
}
