/** Stories that feeds have to carry whole: three languages, pictures, corrections, headlines that attack. */
import type { NodeJson, PictureUse } from "#db/shapes.ts";
import { addContributor, addTopic } from "#domain/choices/add.ts";
import type { Ctx } from "#domain/context.ts";
import { importPublication } from "#domain/stories/publish.ts";
import { aPicture } from "#domain/testing/a-picture.ts";
import { aStory } from "#domain/testing/a-story.ts";
import { doc, link, p, quote, strong } from "#domain/testing/doc.ts";
import type { Scene } from "#domain/testing/test.ts";
import { LANGUAGE_CODES, type Language } from "#domain/vocabulary.ts";

const HOSTILE = [
  "Talks end </script><script>alert(1)</script> in silence",
  "Prices &amp; wages: <b>up</b> 3 % & 4 %",
  "]]> closes nothing ]]>",
  "“Quoted”, 'single', \"double\" & `ticks`",
  "</title></item></channel></rss>",
  "🙂 A face and a flag 🏴‍☠️ in a headline",
  "<!-- not a comment -->",
  "A name \u2066with isolates\u2069 and a \u200fmark",
  `Long ${"and longer ".repeat(16)}`,
  "{{template}} $(injection) %s %00 \\u003c",
];
const PLAIN: Readonly<Record<Language, string>> = {
  en: "Bakers of Sulaimani raise the price of bread",
  ar: "خبازو السليمانية يرفعون سعر الخبز إلى 500 دينار",
  ckb: "نانەواکانی سلێمانی نرخی نان بەرز دەکەنەوە 3-2",
};
const TOPICS = ["Water & <dams>", "Roads", "Schools", "“Bread”"];
const SIGNERS = ["Rawa <Aziz>", "Azad & Salar", "شیلان عومەر"];
const NOTES = ["The price rose by 50 dinars, not 500 & not <5>.", "It was Monday ]]> not Tuesday."];

export type Written = { number: number; language: Language };
type Way = { count: number; chance: () => number; now: Date };

export async function writeStories(scene: Scene, { count, chance, now }: Way): Promise<Written[]> {
  const { as, newsroom } = scene;
  const machine: Ctx = { ...as(newsroom.dilan), actor: { kind: "system", name: "Exam" } };
  const topicIds = await each(TOPICS, (label) => addTopic(as(newsroom.rawa), { label, language: "en" }));
  const signers = await each(SIGNERS, (label) =>
    addContributor(as(newsroom.rawa), { label, language: "en" }),
  );
  const pictureIds = await each([1, 2, 3, 4], async () => ({ id: (await aPicture(scene)).pictureId }));
  const pick = <One>(list: readonly One[]): One => list[Math.floor(chance() * list.length)] as One;
  const written: Written[] = [];
  let family: string | undefined;
  for (let place = 0; place < count; place += 1) {
    const language = LANGUAGE_CODES[place % 3] ?? "en";
    if (place % 3 === 0) family = undefined;
    const use = aUse(pick(pictureIds), pick(HOSTILE), chance);
    const story = await aStory(scene, {
      ...{ by: newsroom.rawa, language },
      ...(family !== undefined && chance() < 0.6 && { familyId: family }),
      fields: {
        headline: chance() < 0.4 ? pick(HOSTILE) : `${PLAIN[language]} ${place}`,
        standfirst: chance() < 0.5 ? pick(HOSTILE) : "",
        dateline: { placeId: null, text: chance() < 0.7 ? "SULAIMANI & <CO>" : "" },
        topicIds: topicIds.filter(() => chance() < 0.4),
        byline: chance() < 0.8 ? [{ contributorId: pick(signers), role: "writing" }] : [],
        sectionId: chance() < 0.5 ? newsroom.newsId : newsroom.worldId,
        lead: chance() < 0.6 ? use : null,
      },
      document: doc(
        p(pick(HOSTILE)),
        ...(chance() < 0.5 ? [aFigure(use, pick(HOSTILE))] : []),
        p("Bread ", strong("costs"), " more, says ", link("https://example.org/?a=1&b=2", "a baker")),
        quote(p(pick(HOSTILE))),
      ),
    });
    family ??= story.familyId;
    const sent = { storyId: story.storyId, revisionId: story.revisionId, blockId: null };
    // Some in the last two days, the others over a year.
    const age = chance() < 0.2 ? chance() * 47 : 50 + chance() * 8_000;
    const at = new Date(Math.floor(now.getTime() / 1_000 - age * 3_600) * 1_000);
    await importPublication(machine, { ...sent, kind: "first", note: "", at });
    for (const kind of ["correction", "update"] as const) {
      if (chance() < 0.7) continue;
      const note = kind === "correction" ? pick(NOTES) : "";
      await importPublication(machine, {
        ...sent,
        kind,
        note,
        at: new Date(at.getTime() + (kind === "correction" ? 1 : 2) * 1_200_000),
      });
    }
    written.push({ number: story.number, language });
  }
  return written;
}

function aUse(pictureId: string, caption: string, chance: () => number): PictureUse {
  const said = { caption, credit: "A & B <C>", alt: "Bread" };
  return { pictureId, ...said, decorative: chance() < 0.3, crop: "wide" };
}

function aFigure({ caption: _, ...use }: PictureUse, caption: string): NodeJson {
  return { type: "picture", attrs: { ...use, size: "text" }, content: [{ type: "text", text: caption }] };
}

async function each<One>(
  list: readonly One[],
  add: (one: One) => Promise<{ id: string }>,
): Promise<string[]> {
  const ids: string[] = [];
  for (const one of list) ids.push((await add(one)).id);
  return ids;
}
