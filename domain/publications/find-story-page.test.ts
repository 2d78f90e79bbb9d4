import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import { getOutlet } from "../outlet/find-outlet.ts";
import { publishUpdate } from "../stories/publish.ts";
import { withdrawStory } from "../stories/withdraw.ts";
import { aLiveStory, aStory, saveAgain } from "../testing/a-story.ts";
import { doc, p } from "../testing/doc.ts";
import { test } from "../testing/test.ts";
import { findStoryPage } from "./find-story-page.ts";
import { notedBody } from "./noted-body.ts";

describe("what a story's page is printed from", () => {
  test("a draft is not there, and neither is a change that nobody has published", async ({ scene }) => {
    const { db, newsroom } = scene;
    const draft = await aStory(scene, { by: newsroom.rawa });
    const live = await aLiveStory(scene, { document: doc(p("As published.")) });
    await saveAgain(scene.as(newsroom.rawa), live.storyId, live.revisionId, {
      fields: { headline: "Not yet" },
      document: doc(p("Not yet.")),
    });

    expect(await findStoryPage(db, draft.number)).toMatchObject({ story: null, withdrawn: null });
    const answer = await findStoryPage(db, live.storyNumber);
    expect(answer?.story?.bodyHtml).toContain("As published.");
    expect(JSON.stringify(answer)).not.toContain("Not yet");
  });

  test("it comes with notices newest first, its other languages and its neighbours", async ({ scene }) => {
    const { db, newsroom } = scene;
    const world = { sectionId: newsroom.worldId };
    const before = await aLiveStory(scene, { fields: { ...world, headline: "Before" } });
    const story = await aLiveStory(scene, { fields: { ...world, headline: "Middle" } });
    const elsewhere = await aLiveStory(scene, { fields: { headline: "Another section" } });
    const kurdish = await aLiveStory(scene, { language: "ckb", familyId: story.familyId, fields: world });
    const after = await aLiveStory(scene, { fields: { ...world, headline: "After" } });
    await told(scene, story, "update", "");
    await told(scene, story, "correction", "It was Monday.");

    const found = (await findStoryPage(db, story.storyNumber))?.story;

    expect(found?.notices.map(({ kind, note }) => [kind, note])).toEqual([
      ["correction", "It was Monday."],
      ["update", ""],
    ]);
    expect(found?.siblings.map(({ language, number }) => [language, number])).toEqual([
      ["ckb", kurdish.storyNumber],
    ]);
    expect(found?.previous).toMatchObject({
      number: before.storyNumber,
      headline: "Before",
      sectionSlug: "world",
    });
    expect(found?.next).toMatchObject({ number: after.storyNumber, headline: "After" });
    expect(found?.significantAt.getTime()).toBeGreaterThan(found?.firstPublishedAt.getTime() ?? 0);
    expect(elsewhere.storyNumber).not.toBe(found?.next?.number);
  });

  test("a withdrawn story leaves its notice, and is nobody's neighbour or sibling", async ({ scene }) => {
    const { db, newsroom } = scene;
    const staying = await aLiveStory(scene);
    const going = await aLiveStory(scene);
    await withdrawStory(scene.as(newsroom.dilan), {
      storyId: going.storyId,
      note: "Not ours.",
    });

    const answer = await findStoryPage(db, going.storyNumber);
    expect(answer).toMatchObject({ story: null, withdrawn: { number: going.storyNumber, language: "en" } });
    expect(JSON.stringify(answer)).not.toContain("Bakers");
    expect((await findStoryPage(db, staying.storyNumber))?.story?.next).toBeNull();
  });

  test("before the outlet is set up there is nothing to print", async ({ scene }) => {
    await scene.db
      .transaction(async (tx) => {
        await tx.execute(sql`delete from outlet`);
        expect(await findStoryPage(tx, 1)).toBeNull();
        tx.rollback();
      })
      .catch((error: unknown) => expect(String(error)).toContain("Rollback"));
  });

  test("a notice about a paragraph brings the text that its link leads into", async ({ scene }) => {
    const { db, newsroom, as } = scene;
    const story = await aLiveStory(scene, { document: doc(p("One."), p("Two.")) });
    expect((await findStoryPage(db, story.storyNumber))?.story?.document).toBeNull();
    await publishUpdate(as(newsroom.dilan), {
      ...{ storyId: story.storyId, revisionId: story.revisionId, seenPublicationId: story.publicationId },
      ...{ kind: "correction", note: "It was two.", blockId: "block-000002" },
    });

    const found = (await findStoryPage(db, story.storyNumber))?.story;
    expect(found?.notices).toMatchObject([{ kind: "correction", blockId: "block-000002" }]);
    const { settings } = await getOutlet({ db });
    expect(found && notedBody(found, settings).html).toBe(
      '<p>One.</p><p id="block-000002">Two.<a class="noted" href="#correction-1" aria-label="Correction" title="Correction">*</a></p>',
    );
  });
});

type Live = Awaited<ReturnType<typeof aLiveStory>>;
const latest = new Map<string, { revisionId: string; publicationId: string }>();

/** Publishes the story again, one sentence longer, with a word to readers. */
async function told(
  scene: Parameters<typeof aLiveStory>[0],
  story: Live,
  kind: "update" | "correction",
  note: string,
) {
  const { revisionId, publicationId } = latest.get(story.storyId) ?? story;
  const editor = scene.as(scene.newsroom.dilan);
  const saved = await saveAgain(editor, story.storyId, revisionId, { document: doc(p(`Now with ${kind}.`)) });
  const out = await publishUpdate(editor, {
    ...{ storyId: story.storyId, revisionId: saved.revisionId, seenPublicationId: publicationId },
    ...{ kind, note, blockId: null },
  });
  latest.set(story.storyId, { revisionId: saved.revisionId, publicationId: out.publicationId });
}
