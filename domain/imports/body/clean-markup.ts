import sanitizeHtml from "sanitize-html";
import type { Losses } from "../losses.ts";

/** Deeper than any text is, and less than a body may be (50): hostile markup ends here, its words stay. */
const DEEPEST = 40;

const KEPT = [
  ..."p div section article main header footer aside center span font address hgroup".split(" "),
  ..."h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote q cite pre code hr br".split(" "),
  ..."a b strong i em u ins s del strike sup sub small mark abbr time big kbd samp var tt".split(" "),
  ..."figure figcaption picture source img iframe video audio details summary".split(" "),
  ..."table caption thead tbody tfoot tr td th".split(" "),
];

/** What a page runs or asks for: it has no place in a text, and its words neither. */
const NOT_TEXT = ["script", "style", "textarea", "option", "noscript", "template", "title", "svg", "math"];

const NAMED_WHEN_DROPPED = /<(form|input|object|embed|applet|canvas|svg|math|style|frame)\b/gi;
const SCRIPT = /<script\b[^>]*>/gi;
/** Scripts that only dress an embed which is kept as what it is. */
const SCRIPT_OF_EMBED =
  /(?:platform\.(?:twitter|x)\.com|platform\.instagram\.com|instagram\.com\/embed|tiktok\.com\/embed|connect\.facebook\.net|telegram\.org\/js)/i;

const OPTIONS: sanitizeHtml.IOptions = {
  allowedTags: KEPT,
  allowedAttributes: {
    "*": ["class", "id", "dir", "lang"],
    a: ["href"],
    ol: ["start"],
    img: ["src", "alt", "title", "width", "height", "data-src", "data-lazy-src", "data-orig-file"],
    source: ["src"],
    video: ["src"],
    audio: ["src"],
    iframe: ["src", "data-src", "title"],
    blockquote: ["cite", "data-instgrm-permalink"],
    div: ["data-href", "data-url"],
    figure: ["data-lost", "data-ids", "data-embed"],
  },
  allowedSchemes: ["http", "https", "mailto", "tel"],
  allowedSchemesAppliedToAttributes: ["href", "src", "cite", "data-href", "data-src"],
  allowProtocolRelative: true,
  allowVulnerableTags: false,
  nonTextTags: NOT_TEXT,
  nestingLimit: DEEPEST,
  parseStyleAttributes: false,
  enforceHtmlBoundary: false,
};

/** Markup of another system without anything that runs; what it loses on the way is named. */
export function cleanMarkup(markup: string, losses: Losses): string {
  for (const [, tag = ""] of markup.matchAll(NAMED_WHEN_DROPPED))
    losses.note("markup", `<${tag.toLowerCase()}>`);
  for (const [script] of markup.matchAll(SCRIPT)) {
    if (!SCRIPT_OF_EMBED.test(script)) losses.note("script", script.slice(0, 120));
  }
  return sanitizeHtml(markup, OPTIONS);
}
