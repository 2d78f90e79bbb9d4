/**
 * Where a link in a story may lead: http, https, mailto and tel, or nowhere. One rule for typing,
 * pasting, saving and printing. Tiptap's own list also lets ftp, sms, cid and xmpp through.
 */
const LONGEST = 2048;

/** Controls, spaces, quotes, angle brackets, backslashes, and marks that hide or turn text round. */
const FORBIDDEN = /[\p{Cc}\p{Z}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\uffff"<>\\`]/u;

const WEB = /^https?:\/\/[^/?#]/i;
const MAIL = /^mailto:[^\s@?]+@[^\s@?]+\.[^\s@?]+(?:\?[^\s]*)?$/i;
/** A scheme, and not a host with its port ("example.com:8080/x"). */
const SCHEME = /^(?:tel:|[a-z][a-z0-9+.-]*:(?!\d+(?:[/?#]|$)))/i;
const PHONE = /^tel:\+?[0-9][0-9().-]*$/i;

/**
 * Whether a stored link may be printed. Nobody is sent to `https://bank.example@elsewhere`:
 * an address with a name before the host is refused.
 */
export function isSafeHref(href: unknown): href is string {
  if (typeof href !== "string" || href.length > LONGEST || FORBIDDEN.test(href)) return false;
  if (!WEB.test(href)) return MAIL.test(href) || PHONE.test(href);
  if (!URL.canParse(href)) return false;
  const { username, password, hostname } = new URL(href);
  return username === "" && password === "" && hostname !== "";
}

/** The link in pasted markup: only with its scheme, because a page's relative links mean nothing here. */
export function hrefInMarkup(attribute: string | null): string | null {
  return attribute !== null && SCHEME.test(attribute.trim()) ? hrefFrom(attribute) : null;
}

/**
 * The link that somebody meant by what they typed or pasted: `example.com/a b` becomes
 * `https://example.com/a%20b`, an e-mail address `mailto:`. Null: nothing that may be linked.
 */
export function hrefFrom(typed: string): string | null {
  const address = typed.trim().replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/gu, "");
  const spelled = address.replaceAll(" ", "%20");
  if (SCHEME.test(spelled)) return isSafeHref(spelled) ? spelled : null;
  const isMail = /^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(address);
  const isHost = /^[^\s./:?#@]+(?:\.[^\s./:?#@]+)+(?:[:/?#]|$)/.test(spelled);
  const href = isMail ? `mailto:${address}` : `https://${spelled}`;
  return (isMail || isHost) && isSafeHref(href) ? href : null;
}
