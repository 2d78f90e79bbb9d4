/** What a person waits for who compares two versions of a long story: read, compared, in words and fields. */
import type { StoredDocument } from "#db/shapes.ts";
import { SCHEMA_VERSION } from "#domain/document/nodes.ts";
import { compareVersions } from "#domain/history/compare-versions.ts";
import { createStory } from "#domain/stories/create.ts";
import { blankFields } from "#domain/stories/fields.ts";
import { saveStory } from "#domain/stories/save.ts";
import { type Figure, ms, percentile, round } from "./figure.ts";
import type { Stage } from "./stage.ts";

const WORDS = 5000;
const A_PARAGRAPH = 50;
const EACH = 25;

type Paragraphs = string[][];

const word = (place: number, seed: number) => `word${(place * seed) % 977}`;
const text = (seed: number): Paragraphs =>
  Array.from({ length: WORDS / A_PARAGRAPH }, (_, paragraph) =>
    Array.from({ length: A_PARAGRAPH }, (__, at) => word(paragraph * A_PARAGRAPH + at, seed)),
  );

/** What an editor may have made of a text. */
const WAYS: Readonly<Record<string, (before: Paragraphs) => Paragraphs>> = {
  "a few words": (before) => before.map((words, at) => (at % 20 === 0 ? ["new", ...words.slice(2)] : words)),
  "every paragraph": (before) =>
    before.map((words) => words.map((each, at) => (at % 6 === 0 ? `other${at}` : each))),
  "turned over": (before) => before.toReversed(),
  "another text": () => text(13),
  "one paragraph": (before) => [before.flat().map((each, at) => (at % 9 === 0 ? `other${at}` : each))],
};

function documentOf(paragraphs: Paragraphs): StoredDocument {
  const content = paragraphs.map((words, at) => ({
    type: "paragraph",
    attrs: { id: `paragraph-${String(at).padStart(6, "0")}` },
    content: [{ type: "text", text: words.join(" ") }],
  }));
  return { schemaVersion: SCHEMA_VERSION, doc: { type: "doc", content } };
}

export async function benchHistoryDiff(stage: Stage): Promise<Figure[]> {
  const ctx = stage.as(stage.editor);
  const times: Record<string, number[]> = {};
  for (const [way, change] of Object.entries(WAYS)) {
    const story = await createStory(ctx, { language: "en" });
    const [section] = await stage.db.query.sections.findMany({ limit: 1 });
    const fields = blankFields(section?.id ?? "");
    const whole = way === "one paragraph" ? [text(7).flat()] : text(7);
    const save = (baseRevisionId: string, headline: string, paragraphs: Paragraphs) =>
      saveStory(ctx, {
        ...{ storyId: story.storyId, baseRevisionId, fields: { ...fields, headline } },
        document: documentOf(paragraphs),
      });
    const from = await save(story.revisionId, "Bread costs more", whole);
    const to = await save(from.revisionId, "Bread will cost more", change(whole));
    times[way] = [];
    for (let count = 0; count < EACH; count += 1) {
      const startedAt = performance.now();
      await compareVersions(ctx, { storyId: story.storyId, fromId: from.revisionId, toId: to.revisionId });
      times[way].push(performance.now() - startedAt);
    }
  }
  const all = Object.values(times).flat();
  const worst = Math.max(...Object.values(times).map((took) => percentile(took, 0.95)));
  return [
    {
      what: "two versions of 5,000 words compared, read and all, five ways of editing; slowest way",
      reached: `p95 ${ms(worst)}, all p50 ${ms(percentile(all, 0.5))}`,
      must: "p95 ≤ 100 ms",
      met: worst <= 100,
      ofLimit: worst / 100,
      samples: all.length,
      values: Object.fromEntries(
        Object.entries(times).map(([way, took]) => [way, round(percentile(took, 0.95))]),
      ),
    },
  ];
}
