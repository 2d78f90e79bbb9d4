/** What comes out of an archive, whichever system wrote it. Types only: `wordpress.ts` and `ghost.ts` fill them. */
import type { PictureRef } from "./body/standing.ts";

export type ArchiveSource = "wordpress" | "ghost";

/** A section or a topic there: WordPress's categories and tags, Ghost's tags. */
export type ArchiveTerm = {
  /** "category:local-news": how stories name it. */
  key: string;
  kind: "category" | "tag";
  slug: string;
  name: string;
  /** Where it had a list of its own. */
  paths: string[];
};

export type ArchiveAuthor = { externalId: string; name: string; paths: string[] };

export type ArchivePicture = {
  externalId: string;
  address: string;
  alt: string;
  caption: string;
  title: string;
  parentId: string | null;
  path: string | null;
};

export type ArchiveLead = { ref: PictureRef; alt: string; caption: string };

export type ArchiveStory = {
  externalId: string;
  /** The archive's own kind: "post", "page", or what a plugin has invented. */
  type: string;
  title: string;
  markup: string;
  standfirst: string;
  /** Decoded. */
  slug: string;
  /** The archive's own word for where it stood: "publish", "draft", "members". */
  state: string;
  /** Whether everybody could read it there. Only "public" ever becomes public here. */
  standing: "public" | "draft" | "left-out";
  publishedAt: Date | null;
  writtenAt: Date | null;
  /** Where it stood, as `redirects` has addresses; the first is its own. */
  paths: string[];
  authors: ArchiveAuthor[];
  terms: ArchiveTerm[];
  /** Which of the terms its editors called the first. */
  primaryTerm: string | null;
  /** The archive's own word for its language, and for the story that it is one language of. */
  language: string | null;
  family: string | null;
  lead: ArchiveLead | null;
  comments: number;
  customFields: string[];
};

export type ArchiveEntry =
  | { as: "site"; address: string | null; title: string }
  | { as: "story"; story: ArchiveStory }
  | { as: "picture"; picture: ArchivePicture }
  | { as: "unknown"; type: string };
