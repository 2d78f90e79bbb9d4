/**
 * What somebody may do to a story as it stands. `domain/permissions.ts` knows who holds which
 * permission; this file adds what the story's state has to say, one line per act.
 */
import { and, inArray, type SQL } from "drizzle-orm";
import { stories } from "#db/schema.ts";
import type { Actor } from "../context.ts";
import { authorize, may } from "../permissions.ts";
import { missing, Problem } from "../problem.ts";
import type { LiveState, Stage, StoryKind } from "../vocabulary.ts";
import { embargoHolds, isOpenTo, openTo } from "./embargo.ts";

type Readable = Standing & Parameters<typeof isOpenTo>[0];

export type Standing = {
  deskId: string;
  createdBy: string | null;
  kind: StoryKind;
  stage: Stage | null;
  live: LiveState;
};

/**
 * A story that belongs to another desk, or is under an embargo that doesn't name this person,
 * isn't there for them: the same Problem("missing") as for an id that never was.
 */
export function authorizeReading(actor: Actor, story: Readable, now: Date): void {
  if (!may(actor, "story.read", story) || !isOpenTo(story, actor, now)) throw missing("story");
}

/** The same as a condition on `stories`, for lists, counts and search. */
export function readableBy(actor: Actor, now: Date): SQL | undefined {
  return and(onTheirDesks(actor), openTo(actor, now));
}

function onTheirDesks(actor: Actor): SQL | undefined {
  if (actor.kind === "system") return undefined;
  const reading = actor.grants.filter(({ permissions }) => permissions.includes("story.read"));
  const desks = reading.flatMap(({ deskId }) => (deskId === null ? [] : [deskId]));
  return reading.length > desks.length ? undefined : inArray(stories.deskId, desks);
}

/**
 * Who may type. A reporter's own draft is open to them until it is approved; once the story is
 * live its reporter may always type into the pending change. A colleague's unpublished draft is
 * open while it is being written.
 */
export function mayWrite(actor: Actor, story: Standing): boolean {
  if (story.live === "killed") return false;
  if (may(actor, "story.write.any", story)) return true;
  if (may(actor, "story.write.own", story) && (story.live !== "none" || story.stage !== "ready")) return true;
  const isDraft = story.kind === "story" && story.live === "none" && story.stage === "writing";
  return isDraft && may(actor, "story.write.draft", story);
}

export function authorizeWrite(actor: Actor, story: Standing): void {
  if (mayWrite(actor, story)) return;
  if (may(actor, "story.write.own", story) && story.stage === "ready") {
    throw new Problem(
      "forbidden",
      "This story is approved. Ask an editor to send it back before you change it.",
    );
  }
  authorize(actor, "story.write.any", story);
}

/**
 * Who may start the same story in another language: whoever wrote it, an editor, and anybody once
 * readers have it. While an embargo holds, only who may set one: the new story is held by it too.
 * A page about the outlet isn't started this way.
 */
export function mayTranslate(actor: Actor, story: Readable, now: Date): boolean {
  if (story.kind !== "story" || story.live === "killed" || !may(actor, "story.create", story)) return false;
  if (embargoHolds(story, now) && !may(actor, "story.embargo", story)) return false;
  return (
    story.live === "published" || may(actor, "story.write.own", story) || may(actor, "story.write.any", story)
  );
}

export function authorizeTranslating(actor: Actor, story: Readable, now: Date): void {
  if (mayTranslate(actor, story, now)) return;
  authorize(actor, "story.create", story);
  throw new Problem(
    "forbidden",
    "This story isn't out yet. Its writer or an editor can start it in another language.",
  );
}

/** Who says where a story was posted by hand: whoever may write it or publish it. */
export function mayKeepHandLines(actor: Actor, story: Standing): boolean {
  return story.kind === "story" && (mayWrite(actor, story) || may(actor, "story.publish", story));
}

export function authorizeHandLines(actor: Actor, story: Standing): void {
  if (!mayKeepHandLines(actor, story)) authorize(actor, "story.publish", story);
}

/** What the screen offers; the verbs decide again for themselves. */
export function rightsOn(actor: Actor, story: Readable, now: Date) {
  return {
    write: mayWrite(actor, story),
    submit: story.stage === "writing" && may(actor, "story.submit", story) && mayWrite(actor, story),
    approve: story.stage === "review" && may(actor, "story.approve", story),
    sendBack: (story.stage === "review" || story.stage === "ready") && may(actor, "story.approve", story),
    // Also with nothing pending: a notice may go out on a text that stays as it is.
    publish: story.live !== "killed" && may(actor, "story.publish", story),
    withdraw: story.live === "published" && may(actor, "story.withdraw", story),
    translate: story.kind === "page" ? may(actor, "page.create") : mayTranslate(actor, story, now),
    /** To another address, when it is a page about the outlet. */
    move: story.kind === "page" && may(actor, "page.create"),
    keepPosts: story.live !== "none" && mayKeepHandLines(actor, story),
    /** Templates, and the newsroom's snippets. */
    keepWords: may(actor, "words.manage"),
    embargo: story.kind === "story" && story.live === "none" && may(actor, "story.embargo", story),
  };
}
export type Rights = ReturnType<typeof rightsOn>;
