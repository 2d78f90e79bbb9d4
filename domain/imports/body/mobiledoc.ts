/** Ghost's editor of 2017 to 2023 kept a body as "mobiledoc": lists of numbers that point into lists. */
import { isRecord } from "../../document/attributes.ts";
import { cardMarkup, escaped } from "./lexical.ts";

type Markup = readonly [tag: string, attributes?: readonly string[]];
type Mobiledoc = { atoms: unknown[]; cards: unknown[]; markups: unknown[]; sections: unknown[] };

const BLOCKS: ReadonlySet<string> = new Set("p h1 h2 h3 h4 h5 h6 blockquote aside".split(" "));
const SPANS: ReadonlySet<string> = new Set("a b strong i em u s del code sup sub".split(" "));

export function mobiledocMarkup(json: string): string {
  const body = parsed(json);
  return body === null ? "" : body.sections.map((section) => sectionMarkup(section, body)).join("");
}

function parsed(json: string): Mobiledoc | null {
  if (json === "") return null;
  try {
    const value: unknown = JSON.parse(json);
    if (!isRecord(value)) return null;
    const listOf = (name: string) => (Array.isArray(value[name]) ? (value[name] as unknown[]) : []);
    return {
      atoms: listOf("atoms"),
      cards: listOf("cards"),
      markups: listOf("markups"),
      sections: listOf("sections"),
    };
  } catch {
    return null; // not a body of this kind
  }
}

function sectionMarkup(section: unknown, body: Mobiledoc): string {
  if (!Array.isArray(section)) return "";
  const [kind, first, second] = section as [number, unknown, unknown];
  if (kind === 1 && typeof first === "string" && BLOCKS.has(first)) {
    return `<${first}>${spans(second, body)}</${first}>`;
  }
  if (kind === 2 && typeof first === "string") return `<figure><img src="${escaped(first)}"></figure>`;
  if (kind === 3 && (first === "ul" || first === "ol") && Array.isArray(second)) {
    return `<${first}>${second.map((item) => `<li>${spans(item, body)}</li>`).join("")}</${first}>`;
  }
  const card = kind === 10 ? body.cards[Number(first)] : undefined;
  return Array.isArray(card) && isRecord(card[1]) ? cardMarkup(String(card[0]), card[1]) : "";
}

/** Each marker opens some marks, says its text and closes the last of those that are open. */
function spans(markers: unknown, { markups, atoms }: Mobiledoc): string {
  if (!Array.isArray(markers)) return "";
  const open: string[] = [];
  let html = "";
  for (const marker of markers) {
    if (!Array.isArray(marker)) continue;
    const [kind, opens, closes, text] = marker as [number, number[], number, unknown];
    for (const at of Array.isArray(opens) ? opens : []) {
      const [tag = "", attributes = []] = (markups[at] ?? []) as Markup;
      if (!SPANS.has(tag)) open.push("");
      else {
        const href = attributes[attributes.indexOf("href") + 1];
        html += tag === "a" && href !== undefined ? `<a href="${escaped(href)}">` : `<${tag}>`;
        open.push(tag);
      }
    }
    html += kind === 1 ? atomText(atoms[Number(text)]) : escaped(text);
    for (let left = Number(closes) || 0; left > 0; left -= 1) {
      const tag = open.pop();
      if (tag) html += `</${tag}>`;
    }
  }
  return html;
}

function atomText(atom: unknown): string {
  if (!Array.isArray(atom)) return "";
  return atom[0] === "soft-return" ? "<br>" : escaped(atom[1]);
}
