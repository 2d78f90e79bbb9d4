/**
 * A WordPress export (WXR) read as it streams by: one item at a time in memory, however long the
 * file. It is XML in which anything may stand: no entity of a document type is ever expanded, what
 * isn't well-formed is read as far as it goes, and a text that never ends ends the run.
 */
import { createReadStream } from "node:fs";
import { SaxesParser, type SaxesTagPlain } from "saxes";
import type { ArchiveEntry } from "#domain/imports/archive.ts";
import { type WxrCategory, type WxrItem, type WxrSite, wordpressEntry } from "#domain/imports/wordpress.ts";
import { Problem } from "#domain/problem.ts";

export type Read = { entry: ArchiveEntry; bytesRead: number };
export type ReadOptions = { path: string; timeZone: string; asOf: Date };

/** One text may be this long; what is longer is no story. */
const LONGEST_TEXT = 64 * 1024 * 1024;
const MOST_AUTHORS = 50_000;
/** What XML can't hold and old databases do. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what goes
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

type Open = {
  texts: Record<string, string>;
  categories: WxrCategory[];
  meta: Map<string, string>;
  comments: number;
};
/** Fields of an item whose text matters; the others may be of any length. */
const WANTED: ReadonlySet<string> = new Set([
  ..."title link guid dc:creator content:encoded excerpt:encoded".split(" "),
  ..."wp:post_id wp:post_date wp:post_date_gmt wp:post_modified wp:post_modified_gmt wp:post_name".split(" "),
  ..."wp:status wp:post_parent wp:post_type wp:post_password wp:attachment_url".split(" "),
]);
const META: ReadonlySet<string> = new Set([
  ..."_thumbnail_id _wp_attachment_image_alt _yoast_wpseo_primary_category".split(" "),
  ..."_wpml_import_language_code _wpml_import_translation_group wpml_language".split(" "),
]);

export async function* readWxr({ path, timeZone, asOf }: ReadOptions): AsyncGenerator<Read> {
  const reading = new Reading(timeZone, asOf);
  const decoder = new TextDecoder();
  let bytesRead = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 128 * 1024 })) {
    bytesRead += (chunk as Buffer).length;
    reading.write(decoder.decode(chunk as Buffer, { stream: true }));
    for (const entry of reading.taken()) yield { entry, bytesRead };
  }
  reading.close();
  for (const entry of reading.taken()) yield { entry, bytesRead };
}

class Reading {
  readonly #parser = new SaxesParser({ xmlns: false });
  readonly #site: WxrSite & {
    authors: Map<string, string>;
    categories: Map<string, { name: string; parent: string; id: string }>;
  };
  #path: string[] = [];
  #text: string[] = [];
  #sinceEvent = 0;
  #item: Open | null = null;
  /** What is gathered outside items: an author, a category. */
  #gathered: Record<string, string> = {};
  #category: { domain: string; nicename: string } | null = null;
  #metaKey = "";
  #entries: ArchiveEntry[] = [];
  #isArchive = false;

  constructor(timeZone: string, asOf: Date) {
    this.#site = { authors: new Map(), categories: new Map(), timeZone, asOf };
    const parser = this.#parser;
    // Broken XML is what old exports are made of: the parser says so and goes on.
    parser.on("error", () => {});
    parser.on("opentag", (tag) => this.#open(tag));
    parser.on("closetag", ({ name }) => this.#close(name));
    parser.on("text", (text) => this.#gather(text));
    parser.on("cdata", (text) => this.#gather(text));
  }

  write(text: string): void {
    this.#sinceEvent += text.length;
    if (this.#sinceEvent > LONGEST_TEXT)
      throw new Problem("invalid", "A text in this file has no end. Is it an export?");
    this.#parser.write(text.replace(CONTROLS, ""));
  }

  close(): void {
    this.#parser.close();
    if (!this.#isArchive) throw new Problem("invalid", "This isn't a WordPress export: it holds no items.");
    if (this.#item !== null)
      throw new Problem("invalid", "This file ends in the middle of a story. Export it again.");
  }

  taken(): ArchiveEntry[] {
    const entries = this.#entries;
    this.#entries = [];
    return entries;
  }

  #open({ name, attributes }: SaxesTagPlain): void {
    this.#sinceEvent = 0;
    this.#path.push(name);
    this.#text = [];
    if (name === "item" || name === "channel" || name === "rss") this.#isArchive = true;
    if (name === "item") this.#item = { texts: {}, categories: [], meta: new Map(), comments: 0 };
    else if (name === "category")
      this.#category = { domain: attributes.domain ?? "", nicename: attributes.nicename ?? "" };
    else if (name === "wp:author" || name === "wp:category") this.#gathered = {};
  }

  #gather(text: string): void {
    this.#sinceEvent = 0;
    const name = this.#path.at(-1) ?? "";
    const isMeta = name === "wp:meta_value" && !META.has(this.#metaKey);
    if (!isMeta && (this.#item === null || this.#isWanted(name))) this.#text.push(text);
  }

  #isWanted(name: string): boolean {
    return WANTED.has(name) || name === "category" || name === "wp:meta_key" || name === "wp:meta_value";
  }

  #close(name: string): void {
    this.#sinceEvent = 0;
    this.#path.pop();
    const text = this.#text.join("");
    this.#text = [];
    if (this.#item === null) this.#closeHead(name, text);
    else this.#closeInItem(this.#item, name, text);
  }

  #closeHead(name: string, text: string): void {
    const { authors, categories } = this.#site;
    if (name === "wp:author") {
      const login = this.#gathered["wp:author_login"] ?? "";
      if (authors.size < MOST_AUTHORS) authors.set(login, this.#gathered["wp:author_display_name"] || login);
    } else if (name === "wp:category") {
      const { "wp:category_nicename": slug = "", "wp:cat_name": called = "" } = this.#gathered;
      const parent = this.#gathered["wp:category_parent"] ?? "";
      if (categories.size < MOST_AUTHORS)
        categories.set(slug, { name: called, parent, id: this.#gathered["wp:term_id"] ?? "" });
    } else if (this.#path.at(-1) === "channel" && (name === "title" || name === "wp:base_blog_url")) {
      const address = name === "title" ? null : text.trim();
      this.#entries.push({ as: "site", address, title: name === "title" ? text.trim() : "" });
    } else this.#gathered[name] = text.trim();
  }

  #closeInItem(item: Open, name: string, text: string): void {
    const parent = this.#path.at(-1);
    if (name === "item") {
      this.#item = null;
      this.#entries.push(wordpressEntry(item satisfies WxrItem, this.#site));
    } else if (name === "category" && this.#category !== null) {
      item.categories.push({ ...this.#category, name: text.trim() });
      this.#category = null;
    } else if (name === "wp:comment") item.comments += 1;
    else if (name === "wp:meta_key") this.#metaKey = text.trim();
    else if (name === "wp:meta_value") {
      if (parent === "wp:postmeta" && item.meta.size < 500) item.meta.set(this.#metaKey, text);
      this.#metaKey = "";
    } else if (parent === "item" && WANTED.has(name)) item.texts[name] = isBody(name) ? text : text.trim();
  }
}

const isBody = (name: string) => name === "content:encoded";
