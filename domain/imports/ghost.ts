/** Rows of a Ghost export into what they are here. What belongs to a post stands in other tables of the file. */
import { oldPath, oldPathOf } from "../redirects/old-path.ts";
import type { ArchiveAuthor, ArchiveStory, ArchiveTerm } from "./archive.ts";
import { lexicalMarkup } from "./body/lexical.ts";
import { mobiledocMarkup } from "./body/mobiledoc.ts";
import { ghostStanding } from "./standing.ts";

export type GhostRow = Readonly<Record<string, unknown>>;
export type GhostTables = {
  tags: ReadonlyMap<string, GhostRow>;
  users: ReadonlyMap<string, GhostRow>;
  /** By post, in their order. */
  tagsOf: ReadonlyMap<string, readonly string[]>;
  authorsOf: ReadonlyMap<string, readonly string[]>;
  metaOf: ReadonlyMap<string, GhostRow>;
};

const text = (row: GhostRow | undefined, name: string): string => {
  const value = row?.[name];
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
};

export function ghostStory(
  row: GhostRow,
  tables: GhostTables,
  { site, asOf }: { site: string | null; asOf: Date },
): ArchiveStory {
  const externalId = text(row, "id");
  const meta = tables.metaOf.get(externalId);
  const type = text(row, "type") || (row.page === 1 || row.page === true ? "page" : "post");
  const slug = oldPath(text(row, "slug")).slice(1);
  const terms = termsOf(externalId, tables);
  const publishedAt = instantOf(row.published_at);
  const image = text(row, "feature_image");
  return {
    ...{ externalId, type, title: text(row, "title"), slug, terms },
    markup: atHome(markupOf(row), site),
    standfirst: text(row, "custom_excerpt"),
    ...ghostStanding({
      status: text(row, "status"),
      visibility: text(row, "visibility") || "public",
      emailOnly: meta?.email_only === 1 || meta?.email_only === true,
      publishedAt,
      asOf,
    }),
    publishedAt,
    writtenAt: instantOf(row.updated_at) ?? instantOf(row.created_at) ?? publishedAt,
    paths: pathsOf(slug, terms, publishedAt),
    authors: authorsOf(row, tables),
    primaryTerm: terms[0]?.key ?? null,
    language: text(row, "locale") || null,
    family: null,
    lead:
      image === ""
        ? null
        : {
            ref: { address: atHome(image, site), attachmentId: null },
            alt: text(meta, "feature_image_alt") || text(row, "feature_image_alt"),
            caption: text(meta, "feature_image_caption") || text(row, "feature_image_caption"),
          },
    comments: 0,
    customFields: ["codeinjection_head", "codeinjection_foot"].filter((name) => text(row, name) !== ""),
  };
}

function markupOf(row: GhostRow): string {
  const html = text(row, "html");
  if (html !== "") return html;
  return lexicalMarkup(text(row, "lexical")) || mobiledocMarkup(text(row, "mobiledoc")) || "";
}

/** Ghost writes its own address as a word that the next site fills in. */
export function atHome(markup: string, site: string | null): string {
  return markup.replaceAll("__GHOST_URL__", site ?? "").replaceAll("%7B%7BGHOST_URL%7D%7D", site ?? "");
}

/** Ghost's usual address is the slug; sites that came from elsewhere have the date or the first tag before it. */
function pathsOf(slug: string, terms: readonly ArchiveTerm[], publishedAt: Date | null): string[] {
  if (slug === "") return [];
  const day = publishedAt?.toISOString().slice(0, 10).replaceAll("-", "/");
  const [first] = terms;
  const written = [
    `/${slug}`,
    ...(day ? [`/${day}/${slug}`, `/${day.slice(0, 7)}/${slug}`] : []),
    ...(first ? [`/${first.slug}/${slug}`] : []),
  ];
  return [...new Set(written.map((path) => oldPathOf(path)).filter((path) => path !== null))];
}

/** Tags that begin with "#" are notes of the editors to themselves: readers never saw them. */
function termsOf(postId: string, { tags, tagsOf }: GhostTables): ArchiveTerm[] {
  return (tagsOf.get(postId) ?? []).flatMap((tagId) => {
    const row = tags.get(tagId);
    const slug = oldPath(text(row, "slug")).slice(1);
    const name = text(row, "name");
    if (!row || slug === "" || name.startsWith("#") || text(row, "visibility") === "internal") return [];
    return [
      {
        key: `tag:${slug}`,
        kind: "tag" as const,
        slug,
        name: name || slug,
        paths: [oldPath(`/tag/${slug}`)],
      },
    ];
  });
}

function authorsOf(row: GhostRow, { users, authorsOf: signed }: GhostTables): ArchiveAuthor[] {
  const ids = signed.get(text(row, "id")) ?? [text(row, "author_id") || text(row, "author")];
  return ids.flatMap((id) => {
    const user = users.get(id);
    if (!user) return id === "" ? [] : [{ externalId: id, name: "", paths: [] }];
    const slug = oldPath(text(user, "slug")).slice(1);
    return [
      {
        externalId: id,
        name: text(user, "name") || slug,
        paths: slug === "" ? [] : [oldPath(`/author/${slug}`)],
      },
    ];
  });
}

/** Text of today's exports, milliseconds of those of long ago. */
function instantOf(value: unknown): Date | null {
  if (typeof value !== "string" && typeof value !== "number") return null;
  const written =
    typeof value === "string" ? value.replace(/^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)$/, "$1T$2Z") : value;
  const instant = new Date(written);
  return value === "" || Number.isNaN(instant.getTime()) ? null : instant;
}
