/**
 * A Ghost export (JSON), read twice: first the small tables (tags, authors, which post has which),
 * of which some hundred bytes a post stay in memory, then the posts, one at a time.
 */
import { type GhostRow, ghostStory } from "#domain/imports/ghost.ts";
import { Problem } from "#domain/problem.ts";
import { readRows } from "./json-rows.ts";
import type { Read, ReadOptions } from "./read-wxr.ts";

const SMALL = new Set(["tags", "users", "posts_tags", "posts_authors", "posts_meta", "settings"]);
/** What of `posts_meta` matters; descriptions for search engines and the like don't. */
const META = ["email_only", "feature_image_alt", "feature_image_caption"] as const;

const idOf = (row: GhostRow, name: string) => String(row[name] ?? "");

export async function* readGhost({
  path,
  asOf,
  site,
}: ReadOptions & { site: string | null }): AsyncGenerator<Read> {
  const tables = await readSmallTables(path);
  yield { entry: { as: "site", address: site, title: tables.title }, bytesRead: 0 };
  let posts = 0;
  for await (const { row, bytesRead } of readRows(path, new Set(["posts"]))) {
    posts += 1;
    yield { entry: { as: "story", story: ghostStory(row, tables, { site, asOf }) }, bytesRead };
  }
  if (posts === 0) throw new Problem("invalid", "This isn't a Ghost export: it holds no posts.");
}

async function readSmallTables(path: string) {
  const tags = new Map<string, GhostRow>();
  const users = new Map<string, GhostRow>();
  const metaOf = new Map<string, GhostRow>();
  const tagged = new Map<string, [order: number, id: string][]>();
  const signed = new Map<string, [order: number, id: string][]>();
  let title = "";
  for await (const { table, row } of readRows(path, SMALL)) {
    if (table === "tags") tags.set(idOf(row, "id"), only(row, ["slug", "name", "visibility"]));
    else if (table === "users") users.set(idOf(row, "id"), only(row, ["slug", "name"]));
    else if (table === "posts_tags") gather(tagged, row, "tag_id");
    else if (table === "posts_authors") gather(signed, row, "author_id");
    else if (table === "posts_meta" && META.some((name) => row[name]))
      metaOf.set(idOf(row, "post_id"), only(row, META));
    else if (row.key === "title") title = String(row.value ?? "");
  }
  return { tags, users, metaOf, title, tagsOf: inOrder(tagged), authorsOf: inOrder(signed) };
}

function only(row: GhostRow, names: readonly string[]): GhostRow {
  return Object.fromEntries(names.map((name) => [name, row[name]]));
}

function gather(into: Map<string, [number, string][]>, row: GhostRow, name: string): void {
  const postId = idOf(row, "post_id");
  const list = into.get(postId) ?? [];
  list.push([Number(row.sort_order) || 0, idOf(row, name)]);
  into.set(postId, list);
}

function inOrder(gathered: Map<string, [number, string][]>): Map<string, string[]> {
  const ordered = new Map<string, string[]>();
  for (const [postId, list] of gathered) {
    ordered.set(
      postId,
      list.sort(([a], [b]) => a - b).map(([, id]) => id),
    );
  }
  return ordered;
}
