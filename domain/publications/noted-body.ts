/**
 * A body in which the paragraphs that notices are about carry their name and a small mark: the
 * notice leads to its paragraph, the mark to its notice. Only those paragraphs: names on all of
 * them would cost every reader of every story.
 */
import type { NodeJson, OutletSettings } from "#db/shapes.ts";
import { migrateDocument } from "../document/migrate.ts";
import { blockIdOf, numberedParagraphs } from "../document/paragraphs.ts";
import { renderHtml } from "../document/render-html.ts";
import { xmlText } from "../feeds/xml.ts";
import { withAnchors } from "../notices/anchors.ts";
import { toldBy } from "../notices/words.ts";
import { openedBody, withDateline } from "./opened-body.ts";
import type { PublishedStory } from "./reader-records.ts";
import { storyClock } from "./story-clock.ts";

export type NotedBody = {
  html: string;
  /** Numbers in today's text, by name. A paragraph that is gone isn't in it: no link may lead there. */
  paragraphs: ReadonlyMap<string, number>;
};

/** Where the mark goes: inside the last line of a paragraph or heading, else in a line of its own below. */
const ENDS = /<\/(?:p|h[2-4])>$/;

function markedBlock(html: string, mark: string): string {
  const end = ENDS.exec(html);
  return end ? html.slice(0, end.index) + mark + end[0] : `${html}<p>${mark}</p>`;
}

export function notedBody(story: PublishedStory, settings: OutletSettings): NotedBody {
  const { document, language } = story;
  const notices = withAnchors(storyClock(story, settings.timeZone).notices);
  const marks = new Map<string, string>();
  const told = toldBy(settings, language);
  for (const { kind, anchor, blockId } of notices) {
    // Of several about one paragraph the mark leads to the newest, which stands above the others.
    if (!blockId || marks.has(blockId)) continue;
    const label = xmlText(told.heading(kind));
    marks.set(blockId, `<a class="noted" href="#${anchor}" aria-label="${label}" title="${label}">*</a>`);
  }
  if (document === null || marks.size === 0) return { html: openedBody(story), paragraphs: new Map() };

  const { schemaVersion, doc } = migrateDocument(document);
  const print = (block: NodeJson) => {
    const mark = marks.get(blockIdOf(block));
    const alone = { schemaVersion, doc: { ...doc, content: [block] } };
    if (mark === undefined) return renderHtml(alone, { language });
    return markedBlock(renderHtml(alone, { language, anchors: "blocks" }), mark);
  };
  const numbered = numberedParagraphs(document).filter(({ id }) => marks.has(id));
  return {
    html: withDateline((doc.content ?? []).map(print).join(""), story.printed.dateline),
    paragraphs: new Map(numbered.map(({ id, number }) => [id, number])),
  };
}
