/** What must hold after a move, asked of the database as it stands. */
import { eq, inArray, sql } from "drizzle-orm";
import { publications, stories } from "#db/schema.ts";
import { redirects } from "#db/schema-circulation.ts";
import { importItems } from "#db/schema-writing.ts";
import type { Ctx } from "#domain/context.ts";
import { numberedPath, oldPath } from "#domain/redirects/old-path.ts";
import { sitePagePath } from "#domain/site.ts";
import { type OldSite, type OldStory, oldPathOfStory, spellings } from "./old-site.ts";

export type Verdict = {
  hidden: number;
  becamePublic: string[];
  addresses: number;
  lost: string[];
  expected: number;
  missing: string[];
  doubled: string[];
  wrongDates: string[];
};

export async function judge(
  { db }: Pick<Ctx, "db">,
  site: OldSite,
  source: "wordpress" | "ghost",
): Promise<Verdict> {
  const verdict: Verdict = {
    ...{
      hidden: 0,
      becamePublic: [],
      addresses: 0,
      lost: [],
      expected: 0,
      missing: [],
      doubled: [],
      wrongDates: [],
    },
  };
  let batch: OldStory[] = [];
  const seen = new Set<string>();
  for (const story of site.stories) {
    batch.push(story);
    if (batch.length < 200) continue;
    await judgeBatch(db, batch, source, verdict, seen);
    batch = [];
  }
  await judgeBatch(db, batch, source, verdict, seen);
  const canaries = await db
    .select({ id: publications.id })
    .from(publications)
    .where(
      sql`${publications.bodyHtml} like '%canaryword%' or ${publications.printed}::text like '%canaryword%'`,
    );
  verdict.becamePublic.push(...canaries.map(({ id }) => `canary in publication ${id}`));
  // What was taken in a second time stands behind no line of the account.
  const unnamed = await db
    .select({ id: stories.id })
    .from(stories)
    .where(
      sql`exists (select 1 from revisions r where r.story_id = ${stories.id} and r.kind = 'import')
        and not exists (select 1 from ${importItems} i where i.target_id = ${stories.id})`,
    );
  verdict.doubled.push(...unnamed.map(({ id }) => id));
  return verdict;
}

/** What the archive calls it. */
export function nameOf({ id }: OldStory, source: "wordpress" | "ghost"): string {
  return source === "ghost" ? `p${id}` : String(id);
}

async function judgeBatch(
  db: Ctx["db"],
  batch: readonly OldStory[],
  source: "wordpress" | "ghost",
  verdict: Verdict,
  seen: Set<string>,
): Promise<void> {
  const rows = await db
    .select({ externalId: importItems.externalId, story: stories })
    .from(importItems)
    .innerJoin(stories, eq(stories.id, importItems.targetId))
    .where(
      inArray(
        importItems.externalId,
        batch.map((story) => nameOf(story, source)),
      ),
    );
  const live: { old: OldStory; story: typeof stories.$inferSelect }[] = [];
  for (const old of batch) {
    const { story } = rows.find(({ externalId }) => externalId === nameOf(old, source)) ?? {};
    if (old.state !== "public") {
      verdict.hidden += 1;
      if (story && story.live !== "none") verdict.becamePublic.push(nameOf(old, source));
      if (old.state === "trash") continue;
    }
    verdict.expected += 1;
    if (!story || (old.state === "public" && story.live !== "published"))
      verdict.missing.push(nameOf(old, source));
    else if (old.state === "public") live.push({ old, story });
  }
  for (const { old, story } of live) {
    if (story.firstPublishedAt?.getTime() !== old.at.getTime()) verdict.wrongDates.push(nameOf(old, source));
  }
  await judgeAddresses(db, live, source, verdict, seen);
}

type Live = { old: OldStory; story: typeof stories.$inferSelect };

/** Two stories at one address there: the first has it. */
async function judgeAddresses(
  db: Ctx["db"],
  live: readonly Live[],
  source: "wordpress" | "ghost",
  verdict: Verdict,
  seen: Set<string>,
): Promise<void> {
  const asked: (Live & { address: string; from: string })[] = [];
  for (const { old, story } of live) {
    const path = oldPathOfStory(old, source);
    const isSecond = seen.has(oldPath(path));
    seen.add(oldPath(path));
    for (const address of [...spellings(path), ...(source === "wordpress" ? [`/?p=${old.id}`] : [])]) {
      const [at = "", query = ""] = address.split("?");
      const from = numberedPath(at, query) ?? oldPath(at);
      if (!isSecond || from !== oldPath(path)) asked.push({ old, story, address, from });
    }
  }
  verdict.addresses += asked.length;
  if (asked.length === 0) return;
  const paths = [...new Set(asked.map(({ from }) => from))];
  const rows = await db.select().from(redirects).where(inArray(redirects.fromPath, paths));
  const standing = new Map(rows.map((row) => [row.fromPath, row]));
  for (const { story, address, from } of asked) {
    const row = standing.get(from);
    const leads =
      story.kind === "page"
        ? row?.toPath === sitePagePath(story.language, story.pageSlug ?? "")
        : row?.storyId === story.id;
    if (!leads) verdict.lost.push(address);
  }
}
