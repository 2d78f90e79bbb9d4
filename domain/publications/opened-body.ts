import { afterOpeningMarks } from "../document/blocks/figure-mark.ts";
import { renderHtml } from "../document/render-html.ts";
import { xmlText } from "../feeds/xml.ts";
import type { FeedStory } from "./reader-records.ts";

/** "SULAIMANI — ": the dash is house style, not part of the place's name. */
const DASH = " — ";

/**
 * A story's body as readers get it: printed again when its stored HTML is of another renderer,
 * and opened by its dateline as part of the first paragraph, below pictures that stand over it. A
 * body that opens with something else (a heading, a list) gets the dateline as a line of its own
 * before it. Pictures aren't hung yet.
 */
export function openedBody({ bodyHtml, document, printed, language }: FeedStory): string {
  return withDateline(document === null ? bodyHtml : renderHtml(document, { language }), printed.dateline);
}

export function withDateline(body: string, dateline: string): string {
  if (dateline === "") return body;
  const place = `<span class="place">${xmlText(dateline)}</span>`;
  const [marks, rest] = afterOpeningMarks(body);
  const opening = /^<p(?! class)(?:\s[^>]*)?>/.exec(rest)?.[0];
  if (opening === undefined) return `${marks}<p>${place}</p>${rest}`;
  return `${marks}${opening}${place}${DASH}${rest.slice(opening.length)}`;
}
