/**
 * What a new outlet's pages begin with: whole texts in each language, with the outlet's own facts
 * left open in square brackets. They are drafts; nobody reads them before somebody publishes them.
 */
import type { NodeJson, StoredDocument } from "#db/shapes.ts";
import { withBlockIds } from "../document/block-ids.ts";
import { SCHEMA_VERSION } from "../document/nodes.ts";
import type { Language, PageRole } from "../vocabulary.ts";
import { ARABIC_TEXTS } from "./starting-texts-ar.ts";
import { KURDISH_TEXTS } from "./starting-texts-ckb.ts";
import { ENGLISH_TEXTS } from "./starting-texts-en.ts";

/** Pages that an outlet needs before it opens its doors, in the order in which it needs them. */
export const STARTED_ROLES = [
  "about",
  "contact",
  "privacy",
  "ethics",
  "corrections-policy",
] as const satisfies readonly PageRole[];
export type StartedRole = (typeof STARTED_ROLES)[number];

/** Paragraphs apart by an empty line; "## " opens a heading; `{outlet}` is the outlet's name. */
export type StartingTexts = Record<StartedRole, { headline: string; text: string }>;

const TEXTS: Readonly<Record<Language, StartingTexts>> = {
  en: ENGLISH_TEXTS,
  ar: ARABIC_TEXTS,
  ckb: KURDISH_TEXTS,
};

/** A page's first text in this language; null for a role that every outlet must write by itself. */
export function startingText(
  role: PageRole,
  language: Language,
  outletName: string,
): { headline: string; document: StoredDocument } | null {
  const started = STARTED_ROLES.find((each) => each === role);
  if (started === undefined) return null;
  const { headline, text } = TEXTS[language][started];
  const content = text.replaceAll("{outlet}", outletName).split(/\n\n+/).map(block);
  return {
    headline,
    document: { schemaVersion: SCHEMA_VERSION, doc: withBlockIds({ type: "doc", content }) },
  };
}

/** The lines that say of a starting text that it is one; each opens the text. */
const DRAFT_LINES: ReadonlySet<string> = new Set(
  Object.values(TEXTS).flatMap((texts) => Object.values(texts).map(({ text }) => firstLine(text))),
);

/** Whether a page still says that it is a draft to be completed: its writer never came to the end. */
export function isUnfinished({ doc }: StoredDocument): boolean {
  return (doc.content ?? []).some(({ content = [] }) =>
    DRAFT_LINES.has(content.map(({ text = "" }) => text).join("")),
  );
}

function firstLine(text: string): string {
  return text.slice(0, text.indexOf("\n"));
}

function block(line: string): NodeJson {
  const heading = /^## (.+)$/.exec(line)?.[1];
  if (heading === undefined) return { type: "paragraph", content: [{ type: "text", text: line }] };
  return { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: heading }] };
}
