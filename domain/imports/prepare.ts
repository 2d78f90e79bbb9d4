/** An archive's story in the newsroom's own form: fields within their bounds, a body that passed the door. */
import type { NodeJson, PictureUse, StoredDocument, StoryFields } from "#db/shapes.ts";
import { SCHEMA_VERSION } from "../document/nodes.ts";
import { toText } from "../document/to-text.ts";
import { emptyDocument, parseDocument } from "../document/validate.ts";
import { slugFrom } from "../languages/slug.ts";
import { Problem } from "../problem.ts";
import { blankFields } from "../stories/fields.ts";
import { printable } from "../stories/input.ts";
import type { Language } from "../vocabulary.ts";
import type { ArchiveStory } from "./archive.ts";
import { cleanMarkup } from "./body/clean-markup.ts";
import { type FindPictures, hangPictures } from "./body/hang-pictures.ts";
import { lineOf } from "./body/standing.ts";
import { readTree, textIn } from "./body/tree.ts";
import { Losses } from "./losses.ts";

/** What its terms and authors are here. */
export type Placed = { sectionId: string; topicIds: string[]; contributorIds: string[] };

export type Prepared = {
  externalId: string;
  kind: "story" | "page";
  /** Its name for people in reports. */
  title: string;
  language: Language;
  fields: StoryFields;
  document: StoredDocument;
  /** When readers first had it; null: it stays a draft. */
  publishAt: Date | null;
  writtenAt: Date | null;
  family: string | null;
  paths: string[];
  slug: string;
};

type Parts = {
  story: ArchiveStory;
  kind: "story" | "page";
  language: Language;
  blocks: readonly NodeJson[];
  placed: Placed;
  find: FindPictures;
  losses: Losses;
};

const MOST_TOPICS = 20;
const MOST_SIGNERS = 20;

/** Throws Problem "invalid" when the body is larger than a body may be. */
export function prepareStory({ story, kind, language, blocks, placed, find, losses }: Parts): Prepared {
  const lead = leadOf(story, find);
  const body = withoutLead(hangPictures(blocks, find), lead);
  const document = body.length === 0 ? emptyDocument() : stored(body);
  const headline = headlineOf(story, document, losses);
  const fields: StoryFields = {
    ...blankFields(placed.sectionId),
    headline,
    standfirst: cut(plainText(story.standfirst), 1000, "standfirst", losses),
    byline: placed.contributorIds
      .slice(0, MOST_SIGNERS)
      .map((contributorId) => ({ contributorId, role: "writing" })),
    topicIds: placed.topicIds.slice(0, MOST_TOPICS),
    slug: slugFrom(story.slug.replaceAll("-", " ")),
    lead,
  };
  if (placed.topicIds.length > MOST_TOPICS) losses.note("field-cut", "topics");
  return {
    ...{ externalId: story.externalId, kind, language, fields, document, slug: story.slug },
    title: titleOf(story),
    publishAt: publishAt(story, headline, losses),
    ...{ writtenAt: story.writtenAt, family: story.family, paths: story.paths },
  };
}

export function titleOf({ title, paths, externalId }: ArchiveStory): string {
  return lineOf(plainText(title), 120) || paths[0] || externalId;
}

function publishAt({ standing, publishedAt }: ArchiveStory, headline: string, losses: Losses): Date | null {
  if (standing !== "public") return null;
  if (headline === "") losses.note("no-headline", "");
  if (publishedAt === null) losses.note("date-missing", "");
  return headline === "" ? null : publishedAt;
}

/** A post without a title is called by its first words. */
function headlineOf({ title }: ArchiveStory, document: StoredDocument, losses: Losses): string {
  const given = cut(plainText(title), 300, "headline", losses);
  if (given !== "") return given;
  const [first = ""] = toText(document).split(/(?<=[.!?؟])\s|\n/u);
  const made = lineOf(first, 120);
  if (made !== "") losses.note("headline-made", "");
  return made;
}

function leadOf({ lead }: ArchiveStory, find: FindPictures): PictureUse | null {
  const found = lead === null ? undefined : find(lead.ref)[0];
  if (lead === null || !found) return null;
  return {
    pictureId: found.pictureId,
    caption: cutTo(plainText(lead.caption) || found.caption, 2000),
    credit: lineOf(found.credit, 200),
    alt: cutTo(lead.alt || found.alt, 1000),
    decorative: false,
    crop: "full",
  };
}

/** Old themes show the lead picture over the text, and writers put it there once more. */
function withoutLead(blocks: NodeJson[], lead: PictureUse | null): NodeJson[] {
  const [first, ...rest] = blocks;
  return lead !== null && first?.type === "picture" && first.attrs?.pictureId === lead.pictureId
    ? rest
    : blocks;
}

function stored(content: NodeJson[]): StoredDocument {
  return parseDocument({ schemaVersion: SCHEMA_VERSION, doc: { type: "doc", content } });
}

export function plainText(markup: string): string {
  if (!/[<&]/.test(markup)) return cutTo(markup, 5000);
  return textIn(readTree(cleanMarkup(markup, new Losses()))).trim();
}

function cut(text: string, longest: number, field: string, losses: Losses): string {
  if ([...text.trim()].length > longest) losses.note("field-cut", field);
  return lineOf(printable(text), longest);
}

function cutTo(text: string, longest: number): string {
  return [...printable(text).trim()].slice(0, longest).join("");
}

/** A body that is no body says why in one word for the report. */
export function isTooLarge(error: unknown): boolean {
  return error instanceof Problem && error.kind === "invalid";
}
