/** One `<item>` of a WordPress export (WXR), as `server/imports/read-wxr.ts` has read it, into what it is here. */
import { instantAt } from "../languages/zone.ts";
import { oldPath, oldPathOf } from "../redirects/old-path.ts";
import type { ArchiveAuthor, ArchiveEntry, ArchivePicture, ArchiveStory, ArchiveTerm } from "./archive.ts";
import { wordpressStanding } from "./standing.ts";

export type WxrCategory = { domain: string; nicename: string; name: string };
export type WxrItem = {
  /** Text of the item's own elements, by name: "title", "wp:post_id", "content:encoded". */
  texts: Readonly<Record<string, string>>;
  categories: readonly WxrCategory[];
  meta: ReadonlyMap<string, string>;
  comments: number;
};
export type WxrSite = {
  /** Authors by login, and parents of categories, from the head of the file. */
  authors: ReadonlyMap<string, string>;
  categories: ReadonlyMap<string, { name: string; parent: string; id: string }>;
  timeZone: string;
  asOf: Date;
};

export function wordpressEntry(item: WxrItem, site: WxrSite): ArchiveEntry {
  const type = item.texts["wp:post_type"] ?? "";
  if (type === "attachment") return { as: "picture", picture: pictureOf(item) };
  if (NEVER_STORIES.has(type) || type === "") return { as: "unknown", type: type || "item" };
  return { as: "story", story: storyOf(type, item, site) };
}

/** What WordPress keeps as posts and nobody has written. */
const NEVER_STORIES: ReadonlySet<string> = new Set([
  ..."nav_menu_item revision custom_css customize_changeset oembed_cache user_request wp_block".split(" "),
  ..."wp_template wp_template_part wp_global_styles wp_navigation wp_font_family wp_font_face".split(" "),
  ..."acf-field acf-field-group wpcf7_contact_form elementor_library shop_order scheduled-action".split(" "),
]);

function pictureOf({ texts, meta }: WxrItem): ArchivePicture {
  const parent = texts["wp:post_parent"] ?? "0";
  return {
    externalId: texts["wp:post_id"] ?? "",
    address: (texts["wp:attachment_url"] || texts.guid) ?? "",
    alt: meta.get("_wp_attachment_image_alt") ?? "",
    caption: texts["excerpt:encoded"] ?? "",
    title: texts.title ?? "",
    parentId: parent === "0" || parent === "" ? null : parent,
    path: oldPathOf(texts.link ?? ""),
  };
}

function storyOf(type: string, { texts, categories, meta, comments }: WxrItem, site: WxrSite): ArchiveStory {
  const externalId = texts["wp:post_id"] ?? "";
  const publishedAt = instantOf(texts["wp:post_date_gmt"], texts["wp:post_date"], site.timeZone);
  const terms = termsOf(categories, site);
  const thumbnail = meta.get("_thumbnail_id") ?? "";
  return {
    ...{ externalId, type, title: texts.title ?? "", markup: texts["content:encoded"] ?? "" },
    standfirst: texts["excerpt:encoded"] ?? "",
    slug: oldPath(texts["wp:post_name"] ?? "").slice(1),
    ...wordpressStanding({
      status: texts["wp:status"] ?? "",
      password: texts["wp:post_password"] ?? "",
      publishedAt,
      asOf: site.asOf,
    }),
    publishedAt,
    writtenAt:
      instantOf(texts["wp:post_modified_gmt"], texts["wp:post_modified"], site.timeZone) ?? publishedAt,
    paths: pathsOf(type, externalId, texts),
    authors: authorsOf(texts["dc:creator"] ?? "", categories, site),
    terms,
    primaryTerm: primaryTerm(meta.get("_yoast_wpseo_primary_category"), site),
    language: languageSaid(categories, meta),
    family:
      categories.find(({ domain }) => domain === "post_translations")?.nicename ??
      meta.get("_wpml_import_translation_group") ??
      null,
    lead: /^[1-9]\d{0,14}$/.test(thumbnail)
      ? { ref: { address: null, attachmentId: thumbnail }, alt: "", caption: "" }
      : null,
    comments,
    customFields: [...meta.keys()].filter((key) => !key.startsWith("_")),
  };
}

function pathsOf(type: string, externalId: string, texts: WxrItem["texts"]): string[] {
  const numbered = type === "page" ? [`/?page_id=${externalId}`, `/?p=${externalId}`] : [`/?p=${externalId}`];
  const found = [oldPathOf(texts.link ?? ""), oldPathOf(texts.guid ?? ""), ...numbered];
  return [...new Set(found.filter((path) => path !== null))];
}

/** "2019-05-01 12:30:00", in UTC or, failing that, by the clock of the newsroom. */
function instantOf(utc: string | undefined, local: string | undefined, timeZone: string): Date | null {
  const read = (text: string | undefined) => {
    const match = /^(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d):(\d\d)/.exec(text ?? "");
    return match && match[1] !== "0000"
      ? `${match[1]}-${match[2]}-${match[3]}T${match[4]}:${match[5]}:${match[6]}`
      : null;
  };
  const [inUtc, onClock] = [read(utc), read(local)];
  const instant =
    inUtc !== null ? new Date(`${inUtc}Z`) : onClock !== null ? instantAt(onClock, timeZone) : null;
  return instant === null || Number.isNaN(instant.getTime()) ? null : instant;
}

function termsOf(categories: readonly WxrCategory[], site: WxrSite): ArchiveTerm[] {
  return categories.flatMap(({ domain, nicename, name }): ArchiveTerm[] => {
    const slug = oldPath(nicename).slice(1);
    if (slug === "") return [];
    if (domain === "category") {
      const paths = [oldPath(`/category/${lineage(slug, site).join("/")}`), oldPath(`/category/${slug}`)];
      return [
        { key: `category:${slug}`, kind: "category", slug, name: name || slug, paths: [...new Set(paths)] },
      ];
    }
    if (domain !== "post_tag") return [];
    return [
      { key: `post_tag:${slug}`, kind: "tag", slug, name: name || slug, paths: [oldPath(`/tag/${slug}`)] },
    ];
  });
}

/** A category's own slug behind those that it is a part of. */
function lineage(slug: string, { categories }: WxrSite): string[] {
  const line = [slug];
  for (let above = categories.get(slug)?.parent; above && !line.includes(above) && line.length < 10; ) {
    line.unshift(above);
    above = categories.get(above)?.parent;
  }
  return line;
}

/** "Co-Authors Plus" keeps several authors as terms; WordPress itself knows one. */
function authorsOf(login: string, categories: readonly WxrCategory[], { authors }: WxrSite): ArchiveAuthor[] {
  const several = categories
    .filter(({ domain }) => domain === "author")
    .map(({ nicename, name }) => ({ login: nicename.replace(/^cap-/, ""), name }));
  const signed = several.length > 0 ? several : login === "" ? [] : [{ login, name: "" }];
  return signed.map((each) => {
    const nicename = each.login
      .toLowerCase()
      .trim()
      .replace(/[\s@.]+/g, "-");
    const name = authors.get(each.login) || each.name || each.login;
    return { externalId: each.login, name, paths: [oldPath(`/author/${nicename}`)] };
  });
}

function primaryTerm(id: string | undefined, { categories }: WxrSite): string | null {
  if (!id) return null;
  const found = [...categories].find(([, category]) => category.id === id);
  return found ? `category:${found[0]}` : null;
}

function languageSaid(categories: readonly WxrCategory[], meta: WxrItem["meta"]): string | null {
  const polylang = categories.find(({ domain }) => domain === "language");
  return polylang?.nicename || meta.get("_wpml_import_language_code") || meta.get("wpml_language") || null;
}
