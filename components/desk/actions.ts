/** What the screens of the desk can ask for. The app hands these in; a component never imports an action. */
import type { StoredDocument, StoryFields } from "#db/shapes.ts";
import type { ComparedVersions } from "#domain/history/compare-versions.ts";
import type { Part } from "#domain/history/input.ts";
import type { History } from "#domain/history/list-history.ts";
import type { SinceLook } from "#domain/history/look.ts";
import type { ListedParagraphAuthors } from "#domain/history/paragraph-authors.ts";
import type { PutBack } from "#domain/history/put-back.ts";
import type { Sharing } from "#domain/sharing/find-sharing.ts";
import type { ChangesBeforeOut } from "#domain/stories/changes-before-out.ts";
import type { DeskStory } from "#domain/stories/find.ts";
import type { Published } from "#domain/stories/publish.ts";
import type { RelatedStory } from "#domain/stories/related.ts";
import type { getRevision, RevisionLine } from "#domain/stories/revisions.ts";
import type { HandChannel, Language, PageRole, Stage, UpdateKind } from "#domain/vocabulary.ts";
import type { Answer, SaveAnswer, Sending as Saving } from "../editor/autosave.ts";
import type { WritingActions } from "../writing/writing-actions.ts";

type Act<I, R> = (input: I) => Promise<Answer<R>>;
type OnStory = { storyId: string };
type OnHandLine = { handLineId: string };
type OnRevision = OnStory & { revisionId: string };
type Sending = OnRevision & { seenPublicationId: string | null };

/** Something that a story can name: a section, a topic, a place, an agency, a contributor. */
export type Word = { id: string; slug: string; label: string; standsFor?: string };
export type WordKind = "contributor" | "topic" | "place" | "agency";
export type StoryChoices = Record<
  "sections" | "topics" | "places" | "agencies" | "contributors" | "people",
  Word[]
>;

type AddWord = Act<{ label: string; language: Language }, Word>;

export type Draft = { fields: StoryFields; document: StoredDocument };
export type OldRevision = Awaited<ReturnType<typeof getRevision>>;

export type DeskActions = {
  save: Act<OnStory & Saving & Draft, SaveAnswer>;
  open: Act<OnStory, DeskStory>;
  translate: Act<{ language: Language; familyId: string; sourceStoryId: string }, OnStory>;
  translatePage: Act<{ language: Language; familyId: string }, OnStory>;
  movePage: Act<OnStory & { pageSlug: string }, { pageSlug: string }>;
  setPageRole: Act<OnStory & { role: PageRole | null }, unknown>;
  submit: Act<OnRevision, { stage: Stage }>;
  approve: Act<OnRevision, { stage: Stage }>;
  sendBack: Act<OnRevision, { stage: Stage }>;
  publish: Act<Sending, Published>;
  publishUpdate: Act<Sending & { kind: UpdateKind; note: string; blockId: string | null }, Published>;
  withdraw: Act<OnStory & { note: string }, { changeSeq: number }>;
  setEmbargo: Act<OnStory & { until: Date; from: string; people: string[] }, { isHeld: true }>;
  liftEmbargo: Act<OnStory, { isHeld: false }>;
  listRevisions: Act<OnStory & { before?: number; after?: number; limit: number }, RevisionLine[]>;
  listHistory: Act<OnStory & { before?: number; limit: number }, History>;
  compareVersions: Act<OnStory & { fromId: string; toId: string }, ComparedVersions>;
  restorePart: Act<OnRevision & { baseRevisionId: string; part: Part }, PutBack>;
  nameVersion: Act<OnRevision & { name: string }, { name: string }>;
  lookAtStory: Act<OnRevision, { since: SinceLook | null }>;
  listParagraphAuthors: Act<OnRevision, ListedParagraphAuthors>;
  lookAt: Act<{ revisionId: string }, OldRevision>;
  restore: Act<OnRevision & { baseRevisionId: string }, PutBack>;
  openSharing: Act<OnStory, Sharing>;
  addHandLine: Act<OnStory & { channel: HandChannel; url: string; note: string }, OnHandLine>;
  changedHandLine: Act<OnHandLine, { changedAt: Date }>;
  removeHandLine: Act<OnHandLine, OnHandLine>;
  seeChanges: Act<OnStory & { publicationId?: string }, ChangesBeforeOut>;
  listRelated: Act<OnStory & { search: string; ids: string[] }, RelatedStory[]>;
  writing: WritingActions;
  addContributor: AddWord;
  addPlace: AddWord;
  addTopic: AddWord;
  addAgency: AddWord;
};
