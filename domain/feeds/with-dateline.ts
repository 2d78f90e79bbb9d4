import { xmlText } from "./xml.ts";

/** "SULAIMANI — ": the em dash is house style, not part of the place's name. */
const DASH = " — ";

/**
 * A body opened by its dateline, as part of its first paragraph. A body that opens with
 * something else (a heading, a list) gets the dateline as a paragraph of its own before it.
 */
export function withDateline(bodyHtml: string, dateline: string): string {
  if (dateline === "") return bodyHtml;
  const place = `<b class="place">${xmlText(dateline)}</b>`;
  const opening = /^<p(?:\s[^>]*)?>/.exec(bodyHtml)?.[0];
  if (opening === undefined) return `<p>${place}</p>${bodyHtml}`;
  return `${opening}${place}${DASH}${bodyHtml.slice(opening.length)}`;
}
