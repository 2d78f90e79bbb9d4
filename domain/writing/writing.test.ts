import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { revisions, sections, stories } from "#db/schema.ts";
import { pictures } from "#db/schema-pictures.ts";
import { createStory } from "../stories/create.ts";
import { blankFields } from "../stories/fields.ts";
import { aPicture } from "../testing/a-picture.ts";
import { aStory } from "../testing/a-story.ts";
import { doc, facts, h, p, withAttrs } from "../testing/doc.ts";
import { noon, type Scene, test } from "../testing/test.ts";
import { keepSnippetInput, saveTemplateInput } from "./input.ts";
import { keepSnippet, listSnippets, removeSnippet } from "./snippets.ts";
import { changeTemplate, listTemplates, retireTemplate, saveTemplate } from "./templates.ts";

const words = doc(p("Reuters contributed to this report."));
const kept = (name: string, more: Record<string, unknown> = {}) =>
  keepSnippetInput.parse({ name, language: null, owner: "own", document: words, ...more });
const called = async (scene: Scene, who: "rawa" | "shilan" | "dilan", language?: "en" | "ckb") =>
  (await listSnippets(scene.as(scene.newsroom[who]), { language, limit: 100 })).map(({ name }) => name);

test("a writer's own snippets are hers alone, the newsroom's are everybody's", async ({ scene }) => {
  const { rawa, dilan } = scene.newsroom;
  await keepSnippet(scene.as(rawa), kept("own line"));
  await keepSnippet(scene.as(dilan), kept("boilerplate", { owner: "newsroom" }));
  expect(await called(scene, "rawa")).toEqual(["boilerplate", "own-line"]);
  expect(await called(scene, "shilan")).toEqual(["boilerplate"]);
});

test("only an editor keeps, changes or removes a snippet of the newsroom", async ({ scene }) => {
  const { rawa, dilan } = scene.newsroom;
  await expect(keepSnippet(scene.as(rawa), kept("x", { owner: "newsroom" }))).rejects.toThrow(/editor/);
  const { snippetId } = await keepSnippet(scene.as(dilan), kept("standing", { owner: "newsroom" }));
  await expect(removeSnippet(scene.as(rawa), { snippetId })).rejects.toThrow(/editor/);
  await expect(keepSnippet(scene.as(rawa), kept("mine-now", { snippetId }))).rejects.toThrow(/editor/);
  expect(await called(scene, "rawa")).toContain("standing");
  await removeSnippet(scene.as(dilan), { snippetId });
  expect(await called(scene, "rawa")).not.toContain("standing");
});

test("a colleague's own snippet isn't there for anybody else, not even for an editor", async ({ scene }) => {
  const { rawa, dilan } = scene.newsroom;
  const { snippetId } = await keepSnippet(scene.as(rawa), kept("private"));
  await expect(removeSnippet(scene.as(dilan), { snippetId })).rejects.toThrow(/no such snippet/i);
  await expect(keepSnippet(scene.as(dilan), kept("taken", { snippetId }))).rejects.toThrow(/no such/i);
  expect(await called(scene, "rawa")).toContain("private");
});

test("a name stands for one text; in another language, or for another owner, for another", async ({
  scene,
}) => {
  const { shilan, dilan } = scene.newsroom;
  await keepSnippet(scene.as(shilan), kept("weather", { language: "en" }));
  await expect(keepSnippet(scene.as(shilan), kept("weather", { language: "en" }))).rejects.toThrow(/already/);
  await keepSnippet(scene.as(shilan), kept("weather", { language: "ckb" }));
  await keepSnippet(scene.as(dilan), kept("weather", { language: "en", owner: "newsroom" }));
  expect((await called(scene, "shilan", "ckb")).filter((name) => name === "weather")).toHaveLength(1);
});

test("a snippet passes the same door as a story: no script, no unknown block", async ({ scene }) => {
  const document = { schemaVersion: 2, doc: { type: "doc", content: [{ type: "iframe" }] } };
  await expect(keepSnippet(scene.as(scene.newsroom.rawa), kept("bad", { document }))).rejects.toThrow(/know/);
});

async function aTemplate(scene: Scene, more: Record<string, unknown> = {}) {
  const { rawa, dilan, worldId } = scene.newsroom;
  const story = await aStory(scene, {
    by: rawa,
    fields: {
      headline: "Weekly price report",
      kicker: "Prices",
      slug: "prices-1",
      marks: ["lead"],
      sources: [{ agencyId: null, itemId: "L1N", at: "2026-01-12T08:00:00Z", url: "https://a.example" }],
      lead: {
        ...{ pictureId: "00000000-0000-4000-8000-000000000000", caption: "c", credit: "", alt: "a" },
        ...{ decorative: false, crop: "full" },
      },
    },
    document: doc(
      withAttrs(h(2, "Bread"), { source: { blockId: "block-000009", hash: "0".repeat(16) } }),
      facts("Key", p("…")),
    ),
  });
  const terms = saveTemplateInput.parse({
    ...{ storyId: story.storyId, revisionId: story.revisionId, name: "Price report" },
    ...{ language: "en", sectionId: worldId, ...more },
  });
  return { story, ...(await saveTemplate(scene.as(dilan), terms)) };
}

async function headOf({ db }: Scene, storyId: string) {
  const [row] = await db
    .select({ head: revisions, story: stories })
    .from(stories)
    .innerJoin(revisions, eq(revisions.id, stories.headRevisionId))
    .where(eq(stories.id, storyId));
  if (!row) throw new Error("no story");
  return row;
}

test("a story from a template has its words, section and frame, and nothing of the one it was made from", async ({
  scene,
}) => {
  const { shilan, worldId } = scene.newsroom;
  const { templateId } = await aTemplate(scene);
  const { storyId } = await createStory(scene.as(shilan), { language: "en", templateId });
  const { head, story } = await headOf(scene, storyId);
  expect(story).toMatchObject({
    sectionId: worldId,
    createdBy: shilan.personId,
    stage: "writing",
    live: "none",
  });
  expect(head.fields).toEqual({
    ...blankFields(worldId),
    ...{ headline: "Weekly price report", kicker: "Prices" },
    sources: [{ agencyId: null, itemId: "", at: null, url: "" }],
  });
  const [heading, box] = head.document.doc.content ?? [];
  expect(heading?.content).toEqual([{ type: "text", text: "Bread" }]);
  expect(heading?.attrs).toEqual({ level: 2, id: expect.stringMatching(/^[0-9a-z]{16}$/) });
  expect(box?.attrs?.title).toBe("Key");
});

test("the picture over the text comes along with a template, until it is pulled", async ({ scene }) => {
  const { shilan, dilan } = scene.newsroom;
  const { pictureId } = await aPicture(scene);
  const use = { caption: "c", credit: "", alt: "a", decorative: false, crop: "wide" as const };
  const lead = { pictureId, ...use };
  const story = await aStory(scene, { by: dilan, fields: { headline: "The week", lead } });
  const { templateId } = await saveTemplate(scene.as(dilan), {
    ...{ storyId: story.storyId, revisionId: story.revisionId, name: "The week" },
    ...{ language: "en", sectionId: null },
  });
  const leadOfNew = async () => {
    const { storyId } = await createStory(scene.as(shilan), { language: "en", templateId });
    return (await headOf(scene, storyId)).head.fields.lead;
  };
  expect(await leadOfNew()).toEqual(lead);
  await scene.db.update(pictures).set({ pulledAt: noon }).where(eq(pictures.id, pictureId));
  expect(await leadOfNew()).toBeNull();
});

test("a reporter begins from templates and makes none", async ({ scene }) => {
  const { rawa } = scene.newsroom;
  const { story, templateId } = await aTemplate(scene, { name: "Made by an editor" });
  const terms = {
    storyId: story.storyId,
    revisionId: story.revisionId,
    name: "X",
    language: null,
    sectionId: null,
  };
  await expect(saveTemplate(scene.as(rawa), terms)).rejects.toThrow(/editor/);
  await expect(retireTemplate(scene.as(rawa), { templateId })).rejects.toThrow(/editor/);
  await expect(
    changeTemplate(scene.as(rawa), { templateId, name: "Y", language: null, sectionId: null }),
  ).rejects.toThrow(/editor/);
  const names = (await listTemplates(scene.as(rawa), { labelsIn: "ckb", limit: 100 })).map(
    ({ name }) => name,
  );
  expect(names).toContain("Made by an editor");
});

test("a template that was taken off the list begins no story; stories from it stay", async ({ scene }) => {
  const { rawa, dilan } = scene.newsroom;
  const { templateId } = await aTemplate(scene, { name: "Old form" });
  const { storyId } = await createStory(scene.as(rawa), { language: "en", templateId });
  await retireTemplate(scene.as(dilan), { templateId });
  await expect(createStory(scene.as(rawa), { language: "en", templateId })).rejects.toThrow(
    /no such template/i,
  );
  expect((await headOf(scene, storyId)).head.fields.kicker).toBe("Prices");
});

test("a template is for its language, and a closed section doesn't keep a story from beginning", async ({
  scene,
}) => {
  const { rawa, dilan, worldId, newsId } = scene.newsroom;
  const { templateId } = await aTemplate(scene, { name: "English only" });
  await expect(createStory(scene.as(rawa), { language: "ckb", templateId })).rejects.toThrow(
    /another language/,
  );
  await scene.db.update(sections).set({ retiredAt: new Date() }).where(eq(sections.id, worldId));
  const { storyId } = await createStory(scene.as(rawa), { language: "en", templateId });
  expect((await headOf(scene, storyId)).story.sectionId).toBe(newsId);
  await expect(
    changeTemplate(scene.as(dilan), { templateId, name: "Y", language: null, sectionId: worldId }),
  ).rejects.toThrow(/section/);
  await scene.db.update(sections).set({ retiredAt: null }).where(eq(sections.id, worldId));
});
