import { and, desc, eq, inArray, isNotNull, or, sql } from "drizzle-orm";
import { contributors, publications, sections, stories } from "#db/schema.ts";
import { pictures, pictureUses } from "#db/schema-pictures.ts";
import type { Ctx } from "../context.ts";
import { authorize } from "../permissions.ts";
import { labelIn } from "../publications/snapshot.ts";
import { storyPath } from "../site.ts";
import { readableBy } from "../stories/rights.ts";
import type { PictureInput } from "./input.ts";
import { openPicture } from "./open-to.ts";

const MOST = 500;

/**
 * Where a picture stands: in which story, language and place, in the newest text or before readers,
 * also where it stands for one that was pulled. Stories that aren't open to this person are counted.
 */
export async function listUses({ db, actor, now }: Ctx, { pictureId }: PictureInput) {
  authorize(actor, "story.read");
  await openPicture(db, actor, { pictureId, now });
  const stoodFor = db
    .select({ id: pictures.id })
    .from(pictures)
    .where(and(eq(pictures.replacedBy, pictureId), isNotNull(pictures.pulledAt)));
  const itself = or(eq(pictureUses.pictureId, pictureId), inArray(pictureUses.pictureId, stoodFor));
  const rows = await db
    .select({
      id: pictureUses.id,
      stands: pictureUses.stands,
      place: pictureUses.place,
      storyId: pictureUses.storyId,
      contributorId: pictureUses.contributorId,
      storyKind: stories.kind,
      language: stories.language,
      number: stories.number,
      headline: stories.headline,
      slugline: stories.slugline,
      live: stories.live,
      isOpen: sql<boolean>`coalesce(${readableBy(actor, now) ?? sql`true`}, false)`,
      printed: publications.printed,
      sectionLabels: sections.labels,
      contributorNames: contributors.names,
    })
    .from(pictureUses)
    .leftJoin(stories, eq(stories.id, pictureUses.storyId))
    .leftJoin(sections, eq(sections.id, stories.sectionId))
    .leftJoin(contributors, eq(contributors.id, pictureUses.contributorId))
    .leftJoin(
      publications,
      and(eq(publications.id, stories.livePublicationId), eq(stories.live, "published")),
    )
    .where(itself)
    .orderBy(desc(stories.updatedAt), pictureUses.storyId, pictureUses.stands)
    .limit(MOST);
  const open = rows.filter(({ storyId, isOpen }) => storyId === null || isOpen);
  const hidden = new Set(rows.filter((row) => !open.includes(row)).map(({ storyId }) => storyId));
  return { uses: open.map(useLine), hidden: hidden.size };
}
export type PictureUseLine = Awaited<ReturnType<typeof listUses>>["uses"][number];

type Row = {
  printed: { section: { slug: string }; slug: string } | null;
  language: Parameters<typeof storyPath>[0]["language"] | null;
  number: number | null;
  storyKind: "story" | "page" | null;
};

function useLine<
  R extends Row & {
    isOpen: boolean;
    sectionLabels: Parameters<typeof labelIn>[0] | null;
    contributorNames: Parameters<typeof labelIn>[0] | null;
  },
>({ isOpen: _open, printed, sectionLabels, contributorNames, ...row }: R) {
  const { language, number } = row;
  const hasAddress = printed && language && number !== null && row.storyKind === "story";
  return {
    ...row,
    section: sectionLabels && labelIn(sectionLabels, "en"),
    contributor: contributorNames && labelIn(contributorNames, "en"),
    path: hasAddress
      ? storyPath({ language, sectionSlug: printed.section.slug, number, slug: printed.slug })
      : null,
  };
}
