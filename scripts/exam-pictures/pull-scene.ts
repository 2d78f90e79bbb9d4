/** Stories in three languages that all show one picture, over the text and in it, listed under a topic and a byline. */
import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import type { Schema } from "#db/client.ts";
import { contributors, topics } from "#db/schema.ts";
import type { Person } from "#domain/context.ts";
import { publishStory } from "#domain/stories/publish.ts";
import { aStory } from "#domain/testing/a-story.ts";
import { doc, p, pic, withAttrs } from "#domain/testing/doc.ts";
import type { Language } from "#domain/vocabulary.ts";

const LANGUAGES = ["en", "ar", "ckb"] as const satisfies readonly Language[];
const HEADLINES: Record<Language, string> = {
  en: "Bread costs more in Sulaimani",
  ar: "الخبز أغلى في السليمانية",
  ckb: "نان لە سلێمانی گرانتر بوو",
};

type Db = NodePgDatabase<Schema>;

/** How many stories readers have then. */
export async function publishStories(
  db: Db,
  editor: Person,
  { pictureId, families }: { pictureId: string; families: number },
): Promise<number> {
  const as = () => ({ db, actor: editor, now: new Date() });
  const labels = { en: "Bread", ar: "خبز", ckb: "نان" };
  const [topic] = await db.insert(topics).values({ slug: "bread", labels }).returning();
  const names = { en: "Aram Karim", ar: "آرام كريم", ckb: "ئارام کەریم" };
  const [writer] = await db.insert(contributors).values({ slug: "aram-karim", names }).returning();
  if (!topic || !writer) throw new Error("the exam's words are missing");
  const use = {
    pictureId,
    credit: "Reuters photo",
    alt: "A baker",
    decorative: false,
    crop: "wide" as const,
  };
  for (let family = 0; family < families; family++) {
    let familyId: string | undefined;
    for (const language of LANGUAGES) {
      const story = await aStory(
        { as },
        {
          by: editor,
          language,
          familyId,
          fields: {
            headline: `${HEADLINES[language]} ${family}`,
            slug: `bread-${family}`,
            lead: { ...use, caption: HEADLINES[language] },
            topicIds: [topic.id],
            byline: [{ contributorId: writer.id, role: "writing" }],
          },
          document: doc(p(`${HEADLINES[language]}.`), withAttrs(pic("a"), { ...use, size: "text" })),
        },
      );
      familyId ??= story.familyId;
      await publishStory(as(), {
        storyId: story.storyId,
        revisionId: story.revisionId,
        seenPublicationId: null,
      });
    }
  }
  return families * LANGUAGES.length;
}
