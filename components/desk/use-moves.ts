/** What the buttons of an open story do: which dialog is open, what was done last, what was refused. */
import { useRef, useState } from "react";
import type { Part } from "#domain/history/input.ts";
import type { PutBack } from "#domain/history/put-back.ts";
import type { DeskStory } from "#domain/stories/find.ts";
import type { Published } from "#domain/stories/publish.ts";
import type { Answer } from "../editor/autosave.ts";
import type { Saver } from "../editor/saver.ts";
import type { TemplateTerms } from "../writing/template-dialog.client.tsx";
import type { DeskActions, Draft } from "./actions.ts";
import type { Outcome } from "./banners.client.tsx";
import type { MoveName } from "./moves.ts";
import type { Telling } from "./update-dialog.client.tsx";
import { useLiveText } from "./use-live-text.ts";
import { type Sentences, useWork, type Work } from "./use-work.ts";

export type DialogName =
  | "publish"
  | "publishUpdate"
  | "withdraw"
  | "embargo"
  | "history"
  | "link"
  | "embed"
  | "pictures"
  | "snippet"
  | "template"
  | "changes"
  | "shortcuts"
  | "details";

export type OpenDialogState = {
  name: DialogName;
  revisionId: string | null;
  /** For the history: an older version to compare it with at once. */
  comparedWith: string | null;
};

const LOOKS_BACK: ReadonlySet<DialogName> = new Set(["history", "changes"]);
const patience = () => new Promise((over) => setTimeout(over, 1_500));

type Parts = {
  desk: DeskStory;
  actions: DeskActions;
  saver: Saver;
  show: (draft: Draft) => void;
  sentences: Sentences;
};

export function useMoves({ desk, actions, saver, show, sentences }: Parts) {
  const { perform, performAnyway, clearProblem, doing, problem } = useWork(saver, sentences);
  const [dialog, setDialog] = useState<OpenDialogState | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const done = (next: Outcome) => {
    setOutcome(next);
    setDialog(null);
  };
  const terms = { desk, actions, perform, performAnyway, done };
  const { liveRevisionId, ...sending } = useSending(terms);
  const isStory = desk.story.kind === "story";
  const liveText = useLiveText(actions.lookAt, isStory ? liveRevisionId : null);
  const handing = handingOf(terms);

  const open = (name: DialogName, revisionId: string | null = null, comparedWith: string | null = null) => {
    clearProblem();
    const show = () => setDialog({ name, revisionId, comparedWith });
    // A history is asked for up to the last letter; without an answer it is shown as it stands.
    if (LOOKS_BACK.has(name)) void Promise.race([saver.flush(), patience()]).then(show);
    else show();
  };
  const start = (move: MoveName) => {
    if (move === "submit" || move === "approve" || move === "sendBack") void handing[move]();
    else open(move);
  };
  const { restore, restorePart } = restoringOf({ ...terms, saver, show });
  async function saveTemplate(terms: TemplateTerms) {
    if (!(await saver.flush())) {
      const message = saver.state().sentence ?? sentences.notSaved;
      return { ok: false as const, problem: { kind: "unavailable", message } };
    }
    const { revisionId } = saver.state();
    return actions.writing.templates.save({ ...terms, storyId: desk.story.id, revisionId });
  }
  const close = () => setDialog(null);
  const forget = () => setOutcome(null);
  return {
    doing,
    problem,
    dialog,
    outcome,
    liveText,
    forget,
    open,
    close,
    start,
    restore,
    restorePart,
    saveTemplate,
    tell: done,
    ...sending,
    ...embargoOf(terms),
  };
}
export type Moves = ReturnType<typeof useMoves>;

type Terms = Pick<Parts, "desk" | "actions"> &
  Pick<Work, "perform" | "performAnyway"> & { done: (outcome: Outcome) => void };

/** What readers see of it: publish, publish update, withdraw. */
function useSending({ desk, actions, perform, performAnyway, done }: Terms) {
  const storyId = desk.story.id;
  const onPage = desk.livePublication;
  // The newest publication that this screen has seen: its own answer may come before the page's.
  const seen = useRef({
    id: onPage?.id ?? null,
    number: onPage?.number ?? 0,
    revisionId: onPage?.revisionId ?? null,
  });
  if (onPage && onPage.number > seen.current.number) seen.current = onPage;

  async function send(
    name: "publish" | "publishUpdate",
    act: (seenPublicationId: string | null, revisionId: string) => Promise<Answer<Published>>,
  ) {
    let sent: string | null = null;
    const release = await perform(name, (revisionId) => {
      sent = revisionId;
      return act(seen.current.id, revisionId);
    });
    if (!release) return;
    seen.current = { id: release.publicationId, number: release.number, revisionId: sent };
    done({ kind: name === "publish" ? "published" : "updated", release });
  }
  return {
    liveRevisionId: seen.current.revisionId,
    publish: () =>
      send("publish", (seenPublicationId, revisionId) =>
        actions.publish({ storyId, revisionId, seenPublicationId }),
      ),
    publishUpdate: (telling: Telling) =>
      send("publishUpdate", (seenPublicationId, revisionId) =>
        actions.publishUpdate({ storyId, revisionId, seenPublicationId, ...telling }),
      ),
    withdraw: async (note: string) => {
      const gone = await performAnyway("withdraw", () => actions.withdraw({ storyId, note }));
      if (gone) done({ kind: "withdrawn" });
    },
  };
}

/** An older version put on top, whole or one part of it. */
function restoringOf({ desk, actions, perform, done, saver, show }: Terms & Pick<Parts, "saver" | "show">) {
  const storyId = desk.story.id;
  async function putBack(act: (baseRevisionId: string) => Promise<Answer<PutBack>>) {
    const back = await perform("restore", act);
    // Words typed while it was on its way are kept beside it; unsaved, they stay on the screen.
    if (!back || !(await saver.flush())) return null;
    show(back);
    saver.rebase(back.revisionId, back.savedAt);
    return back;
  }
  return {
    restore: async (revisionId: string) => {
      const back = await putBack((baseRevisionId) =>
        actions.restore({ storyId, revisionId, baseRevisionId }),
      );
      if (back) done({ kind: "restored" });
    },
    restorePart: (revisionId: string, part: Part) =>
      putBack((baseRevisionId) => actions.restorePart({ storyId, revisionId, baseRevisionId, part })),
  };
}

/** Giving the pending change to the next, or back. */
function handingOf({ desk, actions, perform, done }: Terms) {
  const hand =
    (name: "submit" | "approve" | "sendBack", kind: "submitted" | "approved" | "sentBack") => async () => {
      const handed = await perform(name, (revisionId) =>
        actions[name]({ storyId: desk.story.id, revisionId }),
      );
      if (handed) done({ kind });
    };
  return {
    submit: hand("submit", "submitted"),
    approve: hand("approve", "approved"),
    sendBack: hand("sendBack", "sentBack"),
  };
}

function embargoOf({ desk, actions, perform, performAnyway, done }: Terms) {
  const { id: storyId } = desk.story;
  return {
    setEmbargo: async (until: Date, from: string, people: string[]) => {
      const held = await perform("embargo", () => actions.setEmbargo({ storyId, until, from, people }));
      if (held) done({ kind: "embargoed" });
    },
    liftEmbargo: async () => {
      const lifted = await performAnyway("embargo", () => actions.liftEmbargo({ storyId }));
      if (lifted) done({ kind: "lifted" });
    },
  };
}
