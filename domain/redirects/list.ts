import { asc, count, eq, gt, ilike, or, type SQL } from "drizzle-orm";
import { stories } from "#db/schema.ts";
import { redirects } from "#db/schema-circulation.ts";
import { together } from "#db/together.ts";
import type { Ctx } from "../context.ts";
import { authorize } from "../permissions.ts";
import type { ListRedirectsInput } from "./input.ts";
import { oldPath } from "./old-path.ts";
import { csvCell } from "./read-csv.ts";

const columns = {
  redirectId: redirects.id,
  fromPath: redirects.fromPath,
  toPath: redirects.toPath,
  source: redirects.source,
  storyId: redirects.storyId,
  storyNumber: stories.number,
  headline: stories.headline,
  live: stories.live,
};

/** Old addresses and where they lead, in their order; found by a part of either. */
export async function listRedirects(ctx: Ctx, { search = "", page, limit }: ListRedirectsInput) {
  authorize(ctx.actor, "outlet.manage");
  const where = matching(search);
  const from = () =>
    ctx.db.select(columns).from(redirects).leftJoin(stories, eq(stories.id, redirects.storyId));
  const [rows, [total]] = await together(ctx.db, [
    () =>
      from()
        .where(where)
        .orderBy(asc(redirects.fromPath))
        .limit(limit)
        .offset((page - 1) * limit),
    () =>
      ctx.db
        .select({ n: count() })
        .from(redirects)
        .leftJoin(stories, eq(stories.id, redirects.storyId))
        .where(where),
  ]);
  return { rows, total: total?.n ?? 0 };
}
export type ListedRedirect = Awaited<ReturnType<typeof listRedirects>>["rows"][number];

function matching(search: string): SQL | undefined {
  const words = search.trim();
  if (words === "") return undefined;
  const escaped = (text: string) => `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  const asPath = oldPath(words.replace(/^https?:\/\/[^/]+/i, "")).replace(/^\//, "");
  return or(
    ilike(redirects.fromPath, escaped(asPath)),
    ilike(redirects.toPath, escaped(asPath)),
    ilike(stories.headline, escaped(words)),
  );
}

const AT_ONCE = 2_000;

/** All of them as a file of two columns, a part at a time: an archive leaves a hundred thousand. */
export async function* exportRedirects(ctx: Ctx): AsyncGenerator<string> {
  authorize(ctx.actor, "outlet.manage");
  yield "from,to\n";
  for (let after = ""; ; ) {
    const rows = await ctx.db
      .select(columns)
      .from(redirects)
      .leftJoin(stories, eq(stories.id, redirects.storyId))
      .where(gt(redirects.fromPath, after))
      .orderBy(asc(redirects.fromPath))
      .limit(AT_ONCE);
    yield rows
      .map(
        ({ fromPath, toPath, storyNumber }) =>
          `${csvCell(fromPath)},${csvCell(toPath ?? `/s/${storyNumber}`)}\n`,
      )
      .join("");
    const last = rows.at(-1);
    if (!last || rows.length < AT_ONCE) return;
    after = last.fromPath;
  }
}
