/** A batch of stories made ready to be written: bodies converted, pictures brought, words found. */
import type { NodeJson } from "#db/shapes.ts";
import type { Ctx } from "#domain/context.ts";
import type { ArchiveStory } from "#domain/imports/archive.ts";
import { convertBody } from "#domain/imports/body/convert.ts";
import { type FindPictures, type FoundPicture, waitingPictures } from "#domain/imports/body/hang-pictures.ts";
import { lineOf, type PictureRef } from "#domain/imports/body/standing.ts";
import type { Choices } from "#domain/imports/input.ts";
import { languageOf } from "#domain/imports/language.ts";
import { Losses } from "#domain/imports/losses.ts";
import { type Placed, type Prepared, plainText, prepareStory } from "#domain/imports/prepare.ts";
import type { ImportRow } from "#domain/imports/runs.ts";
import type { Run } from "#domain/imports/take-in.ts";
import { type Attachment, findAttachments } from "#domain/imports/take-in-picture.ts";
import { Problem } from "#domain/problem.ts";
import type { Language } from "#domain/vocabulary.ts";
import type { OldPictures } from "./pictures.ts";
import type { OldWords } from "./words.ts";

export type Draft = {
  story: ArchiveStory;
  kind: "story" | "page";
  language: Language;
  blocks: NodeJson[];
  losses: Losses;
};

type Reading = Pick<ImportRow, "source"> & {
  choices: Choices;
  languages: readonly Language[];
  site: string | null;
};

/** What the archive calls a story, a page, or neither. */
export function kindOf({ type }: ArchiveStory, { storyTypes, withPages }: Choices): "story" | "page" | null {
  if (storyTypes.includes(type)) return "story";
  return type === "page" && withPages ? "page" : null;
}

export function draftOf(story: ArchiveStory, kind: "story" | "page", reading: Reading): Draft {
  const { source, choices, languages, site } = reading;
  const losses = new Losses();
  const text = `${story.title}\n${story.markup.replace(/<[^>]*>|\[[^\]]*\]/g, " ").slice(0, 4_000)}`;
  const choice = { fallback: choices.language, languages, byLetters: choices.byLetters };
  const language = languageOf(story.language, text, choice);
  const blocks = convertBody({ markup: story.markup, source, site, language }, losses);
  if (story.comments > 0) losses.note("comments", "");
  for (const field of story.customFields) losses.note("custom-field", field);
  if (story.standing === "draft" && story.state === "future") losses.note("date-ahead", "");
  return { story, kind, language, blocks, losses };
}

/** Null: its body is larger than a body may be, and its losses say so. */
export function finished(draft: Draft, placed: Placed, find: FindPictures): Prepared | null {
  try {
    return prepareStory({ ...draft, placed, find });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    draft.losses.note("too-large", error.message);
    return null;
  }
}

export type Tools = { ctx: () => Ctx; run: Run; pictures: OldPictures; words: OldWords };

/** The pictures of a batch, three at a time: what a site sends slowly holds up no more than that. */
export async function bringPictures(
  drafts: readonly Draft[],
  tools: Tools,
): Promise<Map<Draft, FindPictures>> {
  const attachments = await attachmentsOf(drafts, tools);
  const found = new Map<string, FoundPicture>();
  const wanted = new Map<string, { said: { alt: string; caption: string }; drafts: Draft[] }>();
  for (const draft of drafts) {
    for (const ref of refsOf(draft)) {
      for (const { address, said } of addressesOf(ref, draft, attachments)) {
        const known = wanted.get(address);
        if (known) known.drafts.push(draft);
        else wanted.set(address, { said, drafts: [draft] });
      }
    }
  }
  const waiting = [...wanted];
  const bring = async () => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const [address, { said, drafts: showing }] = next;
      const got = await tools.pictures.get(address, said);
      if ("pictureId" in got) found.set(address, { pictureId: got.pictureId, ...said, credit: "" });
      else for (const { losses } of showing) losses.note(got.trouble, got.name);
    }
  };
  await Promise.all([bring(), bring(), bring()]);
  return new Map(
    drafts.map((draft) => [
      draft,
      (ref) => addressesOf(ref, draft, attachments).flatMap(({ address }) => found.get(address) ?? []),
    ]),
  );
}

function refsOf({ story, blocks }: Draft): PictureRef[] {
  return [...(story.lead ? [story.lead.ref] : []), ...waitingPictures(blocks)];
}

async function attachmentsOf(drafts: readonly Draft[], { ctx, run }: Tools): Promise<Attachment[]> {
  const refs = drafts.flatMap((draft) => refsOf(draft).map((ref) => ({ ref, draft })));
  const ids = refs.flatMap(({ ref }) =>
    ref.attachmentId && ref.attachmentId !== "attached" ? [ref.attachmentId] : [],
  );
  const parentIds = refs.flatMap(({ ref, draft }) =>
    ref.attachmentId === "attached" ? [draft.story.externalId] : [],
  );
  return findAttachments(ctx(), run.importId, { ids: [...new Set(ids)], parentIds: [...new Set(parentIds)] });
}

type Addressed = { address: string; said: { alt: string; caption: string } };

/** By its number first: there the archive has the original and its words. */
function addressesOf(ref: PictureRef, { story }: Draft, attachments: readonly Attachment[]): Addressed[] {
  const said = ({ picture: { address, alt, caption } }: Attachment): Addressed => ({
    address,
    said: { alt: lineOf(alt, 1000), caption: plainText(caption) },
  });
  if (ref.attachmentId === "attached") {
    return attachments.filter(({ parentId }) => parentId === story.externalId).map(said);
  }
  const numbered = attachments.find(({ externalId }) => externalId === ref.attachmentId);
  if (numbered) return [said(numbered)];
  return ref.address === null ? [] : [{ address: ref.address, said: { alt: "", caption: "" } }];
}
