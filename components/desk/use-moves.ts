/** What the buttons of an open story do: which dialog is open, what was done last, what was refused. */
import { useRef, useState } from "react";
import type { DeskStory } from "#domain/stories/find.ts";
import type { UpdateKind } from "#domain/vocabulary.ts";
import type { Autosave } from "../editor/autosave.ts";
import type { DeskActions, Draft, OldRevision } from "./actions.ts";
import type { Outcome } from "./banners.client.tsx";
import type { MoveName } from "./moves.ts";
import { useWork } from "./use-work.ts";

export type DialogName =
  | "publish"
  | "publishUpdate"
  | "withdraw"
  | "embargo"
  | "history"
  | "link"
  | "shortcuts"
  | "details";

export type OpenDialogState = { name: DialogName; revisionId: string | null };

type Parts = {
  desk: DeskStory;
  actions: DeskActions;
  autosave: Autosave;
  show: (draft: Draft) => void;
  sentences: { noAnswer: string; notSaved: string };
};

export function useMoves({ desk, actions, autosave, show, sentences }: Parts) {
  const { id: storyId, embargoPeople } = desk.story;
  const { perform, clearProblem, ...work } = useWork(autosave, sentences);
  const [dialog, setDialog] = useState<OpenDialogState | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  // The newest publication that this screen has seen: its own answers come before the page's.
  const seen = useRef(desk.livePublication?.id ?? null);
  if (desk.livePublication && desk.livePublication.number > 0 && !outcome)
    seen.current = desk.livePublication.id;

  const open = (name: DialogName, revisionId: string | null = null) => {
    clearProblem();
    setDialog({ name, revisionId });
  };
  const close = () => setDialog(null);
  const done = (next: Outcome) => {
    setOutcome(next);
    close();
  };

  async function send(
    kind: "published" | "updated",
    send: (revisionId: string) => ReturnType<DeskActions["publish"]>,
  ) {
    const release = await perform(kind === "published" ? "publish" : "publishUpdate", send);
    if (!release) return;
    seen.current = release.publicationId;
    done({ kind, release });
  }
  const publish = () =>
    send("published", (revisionId) =>
      actions.publish({ storyId, revisionId, seenPublicationId: seen.current }),
    );
  const publishUpdate = (kind: UpdateKind, note: string) =>
    send("updated", (revisionId) =>
      actions.publishUpdate({ storyId, revisionId, seenPublicationId: seen.current, kind, note }),
    );

  async function withdraw(note: string) {
    const gone = await perform("withdraw", () =>
      actions.withdraw({ storyId, seenPublicationId: seen.current, note }),
    );
    if (gone) done({ kind: "withdrawn" });
  }
  async function hand(name: "submit" | "approve" | "sendBack", kind: "submitted" | "approved" | "sentBack") {
    const handed = await perform(name, (revisionId) => actions[name]({ storyId, revisionId }));
    if (handed) setOutcome({ kind });
  }
  async function setEmbargo(until: Date, from: string) {
    const held = await perform("embargo", () =>
      actions.setEmbargo({ storyId, until, from, people: embargoPeople ?? [] }),
    );
    if (held) done({ kind: "embargoed" });
  }
  async function liftEmbargo() {
    const lifted = await perform("embargo", () => actions.liftEmbargo({ storyId }));
    if (lifted) done({ kind: "lifted" });
  }
  async function restore(old: OldRevision) {
    const back = await perform("restore", (baseRevisionId) =>
      actions.restore({ storyId, revisionId: old.id, baseRevisionId }),
    );
    if (!back) return;
    show(old);
    autosave.rebase(back.revisionId, back.savedAt);
    done({ kind: "restored" });
  }

  const start = (move: MoveName) => {
    if (move === "submit") void hand("submit", "submitted");
    else if (move === "approve") void hand("approve", "approved");
    else if (move === "sendBack") void hand("sendBack", "sentBack");
    else open(move);
  };
  return {
    ...work,
    dialog,
    open,
    close,
    outcome,
    start,
    publish,
    publishUpdate,
    withdraw,
    setEmbargo,
    liftEmbargo,
    restore,
  };
}
export type Moves = ReturnType<typeof useMoves>;
