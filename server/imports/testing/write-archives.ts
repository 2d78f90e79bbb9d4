/** An old site as its own system would export it: WXR, which is XML, and Ghost's JSON. */

import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { type OldSite, type OldStory, oldPathOfStory } from "./old-site.ts";

async function written(path: string, pieces: Iterable<string>): Promise<void> {
  const stream = createWriteStream(path);
  for (const piece of pieces) if (!stream.write(piece)) await once(stream, "drain");
  stream.end();
  await finished(stream);
}

export const writeWxr = (path: string, site: OldSite, comesFirst = "") =>
  written(path, wxr(site, comesFirst));
export const writeGhost = (path: string, site: OldSite) => written(path, ghost(site));

const cdata = (text: string) => `<![CDATA[${text.replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;
const xml = (text: string) =>
  text.replace(/[&<>]/g, (letter) => ({ "&": "&amp;", "<": "&lt;" })[letter] ?? "&gt;");
const clock = (at: Date) => at.toISOString().slice(0, 19).replace("T", " ");

function* wxr(site: OldSite, comesFirst: string): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8" ?>\n${comesFirst}<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel>`;
  yield `<title>Old Post</title><wp:base_blog_url>${site.address}</wp:base_blog_url>`;
  for (const { login, name } of site.authors) {
    yield `<wp:author><wp:author_login>${cdata(login)}</wp:author_login><wp:author_display_name>${cdata(name)}</wp:author_display_name></wp:author>`;
  }
  for (const [at, { slug, name }] of site.categories.entries()) {
    yield `<wp:category><wp:term_id>${at + 1}</wp:term_id><wp:category_nicename>${cdata(slug)}</wp:category_nicename><wp:category_parent></wp:category_parent><wp:cat_name>${cdata(name)}</wp:cat_name></wp:category>`;
  }
  for (const story of site.stories) yield wxrItem(story, site);
  for (let at = 0; at < 40; at += 1) yield wxrPicture(100_000_000 + at, site);
  yield "</channel></rss>";
}

const STATUS = {
  public: "publish",
  password: "publish",
  draft: "draft",
  pending: "pending",
  private: "private",
  future: "future",
  trash: "trash",
  members: "draft",
  "email-only": "draft",
} as const;

/** What is dated ahead says "publish" where a clock stood wrong. */
const statusOf = ({ id, state }: OldStory) => (state === "future" && id % 2 ? "publish" : STATUS[state]);

function wxrItem(story: OldStory, site: OldSite): string {
  const { id, kind, state, title, slug, markup, language, at } = story;
  const path = oldPathOfStory(story, "wordpress");
  // WordPress keeps slugs escaped in small letters and cuts them at 200 bytes.
  const name = encodeURIComponent(slug)
    .toLowerCase()
    .slice(0, 200)
    .replace(/%[0-9a-f]?$/, "");
  const day = state === "future" ? new Date(at.getTime() + 40 * 365 * 86_400_000) : at;
  const category = site.categories[story.category];
  const author = site.authors[story.author]?.login ?? `gone.${story.author}`;
  const tags = story.tags.map((tag) => site.tags[tag]).filter((tag) => tag !== undefined);
  return [
    `<item><title>${id % 2 ? cdata(title) : xml(title)}</title>`,
    `<link>${site.address}${id % 3 ? encodeURI(path).toLowerCase() : path}</link><guid isPermaLink="false">${site.address}/?p=${id}</guid>`,
    `<dc:creator>${cdata(author)}</dc:creator><content:encoded>${cdata(markup)}</content:encoded><excerpt:encoded>${cdata("")}</excerpt:encoded>`,
    `<wp:post_id>${id}</wp:post_id><wp:post_date>${clock(day)}</wp:post_date><wp:post_date_gmt>${state === "draft" ? "0000-00-00 00:00:00" : clock(day)}</wp:post_date_gmt>`,
    `<wp:post_name>${name}</wp:post_name><wp:status>${statusOf(story)}</wp:status><wp:post_parent>0</wp:post_parent><wp:post_type>${kind}</wp:post_type>`,
    `<wp:post_password>${state === "password" ? "open" : ""}</wp:post_password>`,
    category
      ? `<category domain="category" nicename="${category.slug}">${cdata(category.name)}</category>`
      : "",
    ...tags.map((tag) => `<category domain="post_tag" nicename="${tag.slug}">${cdata(tag.name)}</category>`),
    story.group === null
      ? ""
      : `<category domain="language" nicename="${language}">x</category><category domain="post_translations" nicename="pll_${story.group}">x</category>`,
    story.picture === null
      ? ""
      : `<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>${story.picture}</wp:meta_value></wp:postmeta>`,
    "<wp:postmeta><wp:meta_key>views</wp:meta_key><wp:meta_value>12</wp:meta_value></wp:postmeta>",
    id % 10 === 0
      ? "<wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_content>Hello</wp:comment_content></wp:comment>"
      : "",
    "</item>\n",
  ].join("");
}

function wxrPicture(id: number, { address }: OldSite): string {
  return `<item><title>picture ${id}</title><link>${address}/picture-${id}/</link><guid>${address}/?attachment_id=${id}</guid><excerpt:encoded>${cdata("A caption")}</excerpt:encoded><wp:post_id>${id}</wp:post_id><wp:post_parent>${id - 100_000_000 + 1}</wp:post_parent><wp:post_type>attachment</wp:post_type><wp:status>inherit</wp:status><wp:attachment_url>${address}/wp-content/uploads/2019/05/picture-${id}.jpg</wp:attachment_url></item>\n`;
}

function* ghost(site: OldSite): Generator<string> {
  yield '{"db":[{"meta":{"exported_on":1,"version":"5.80.0"},"data":{"posts":[';
  let first = true;
  for (const story of site.stories) {
    yield `${first ? "" : ","}${JSON.stringify(ghostPost(story))}`;
    first = false;
  }
  yield `],"posts_authors":[${[...site.stories].map(({ id, author }) => JSON.stringify({ post_id: `p${id}`, author_id: `u${author}`, sort_order: 0 })).join(",")}]`;
  yield `,"posts_meta":[${[...site.stories]
    .filter(({ state }) => state === "email-only")
    .map(({ id }) => JSON.stringify({ post_id: `p${id}`, email_only: 1 }))
    .join(",")}]`;
  yield `,"posts_tags":[${[...site.stories].flatMap(({ id, tags }) => tags.map((tag, at) => JSON.stringify({ post_id: `p${id}`, tag_id: `t${tag}`, sort_order: at }))).join(",")}]`;
  yield `,"settings":[{"key":"title","value":"Old Post"}]`;
  yield `,"tags":${JSON.stringify(site.tags.map(({ slug, name }, at) => ({ id: `t${at}`, slug, name: at === 0 ? "#internal" : name, visibility: at === 0 ? "internal" : "public" })))}`;
  yield `,"users":${JSON.stringify(site.authors.map(({ login, name }, at) => ({ id: `u${at}`, slug: login.replace(".", "-"), name, email: `${login}@old.example` })))}`;
  yield "}}]}";
}

function ghostPost({ id, kind, state, title, slug, markup, at }: OldStory) {
  const ahead = new Date(at.getTime() + 40 * 365 * 86_400_000);
  return {
    ...{ id: `p${id}`, uuid: `${id}`, title, slug, html: id % 7 ? markup : null, type: kind },
    lexical: id % 7 ? null : lexicalOf(markup),
    status: state === "draft" ? "draft" : state === "future" && id % 2 ? "scheduled" : "published",
    visibility: state === "members" ? (id % 2 ? "members" : "paid") : "public",
    published_at: state === "draft" ? null : (state === "future" ? ahead : at).toISOString(),
    updated_at: at.toISOString(),
    feature_image: null,
    custom_excerpt: null,
  };
}

function lexicalOf(markup: string): string {
  const text = markup.replace(/<[^>]*>/g, " ");
  const paragraph = { type: "paragraph", children: [{ type: "extended-text", text, format: 1 }] };
  return JSON.stringify({ root: { type: "root", children: [paragraph] } });
}
