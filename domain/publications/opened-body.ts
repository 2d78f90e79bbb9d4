import { renderHtml } from "../document/render-html.ts";
import { xmlText } from "../feeds/xml.ts";
import type { FeedStory } from "./reader-records.ts";

/** "SULAIMANI — ": the dash is house style, not part of the place's name. */
const DASH = " — ";

/**
 * A story's body as readers get it: printed again when its stored HTML is of another renderer,
 * and opened by its dateline as part of the first paragraph. A body that opens with something
 * else (a heading, a list) gets the dateline as a line of its own before it.
 */
export function openedBody({ bodyHtml, document, printed, language }: FeedStory): string {
  const body = document === null ? bodyHtml : renderHtml(document, { language });
  if (printed.dateline === "") return body;
  const place = `<span class="place">${xmlText(printed.dateline)}</span>`;
  const opening = /^<p(?:\s[^>]*)?>/.exec(body)?.[0];
  if (opening === undefined) return `<p>${place}</p>${body}`;
  return `${opening}${place}${DASH}${body.slice(opening.length)}`;
}
