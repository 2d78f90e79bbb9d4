/**
 * The text on the screen of an open story: its fields and its body, kept on the server by the
 * autosave and, until the server has them, on this machine.
 */
import type { Editor } from "@tiptap/react";
import { useCallback, useEffect, useRef, useState } from "react";
import type { StoryFields } from "#db/shapes.ts";
import type { DeskStory } from "#domain/stories/find.ts";
import { Autosave, type SaveState } from "../editor/autosave.ts";
import { documentOf, showDocument } from "../editor/body-editor.ts";
import { isSameText } from "../editor/same-text.ts";
import { UnsavedCopies, type UnsavedCopy } from "../editor/unsaved-copies.ts";
import type { DeskActions, Draft } from "./actions.ts";

const storage = () => (typeof window === "undefined" ? null : window.localStorage);

type DraftParts = { desk: DeskStory; actions: DeskActions; noAnswer: string };

export function useDraft({ desk, actions, noAnswer }: DraftParts) {
  const storyId = desk.story.id;
  const [fields, setFields] = useState(desk.head.fields);
  const onScreen = useRef<{ fields: StoryFields; editor: Editor | null; opened: Draft }>({
    fields: desk.head.fields,
    editor: null,
    opened: desk.head,
  });
  const [saveState, setSaveState] = useState<SaveState | null>(null);
  const [copies] = useState(() => new UnsavedCopies<Draft>(storage(), storyId));
  const [autosave] = useState(
    () =>
      new Autosave<Draft>({
        start: desk.head,
        read: () => draftOn(onScreen.current),
        send: (sending, draft) => actions.save({ storyId, ...sending, ...draft }),
        noAnswer,
        keepCopy: (draft, base) => (draft === null ? copies.saved() : copies.keep(draft, base)),
        onChange: setSaveState,
      }),
  );
  const change = useCallback(
    (patch: Partial<StoryFields>) => {
      onScreen.current.fields = { ...onScreen.current.fields, ...patch };
      setFields(onScreen.current.fields);
      autosave.touch();
    },
    [autosave],
  );
  const show = useCallback((draft: Draft) => {
    onScreen.current.fields = draft.fields;
    setFields(draft.fields);
    if (onScreen.current.editor) showDocument(onScreen.current.editor, draft.document);
  }, []);
  useGuard(autosave);
  const lostText = useLostText({ copies, head: desk.head, autosave, show });
  return { fields, change, show, autosave, saveState: saveState ?? autosave.state(), onScreen, ...lostText };
}

export type OpenDraft = ReturnType<typeof useDraft>;

function draftOn({
  fields,
  editor,
  opened,
}: {
  fields: StoryFields;
  editor: Editor | null;
  opened: Draft;
}): Draft {
  return { fields, document: editor ? documentOf(editor) : opened.document };
}

/** Saves when the writer looks away, keeps a copy when the page goes, and asks before it goes unsaved. */
function useGuard(autosave: Autosave<Draft>) {
  useEffect(() => {
    const lookAway = () => void autosave.flush();
    const hide = () => {
      autosave.keep();
      if (document.visibilityState === "hidden") void autosave.flush();
    };
    const leave = (event: BeforeUnloadEvent) => {
      if (autosave.state().status === "saved") return;
      autosave.keep();
      void autosave.flush();
      event.preventDefault();
    };
    window.addEventListener("blur", lookAway);
    window.addEventListener("online", lookAway);
    window.addEventListener("pagehide", hide);
    window.addEventListener("beforeunload", leave);
    document.addEventListener("visibilitychange", hide);
    return () => {
      window.removeEventListener("blur", lookAway);
      window.removeEventListener("online", lookAway);
      window.removeEventListener("pagehide", hide);
      window.removeEventListener("beforeunload", leave);
      document.removeEventListener("visibilitychange", hide);
      autosave.keep();
      void autosave.flush();
    };
  }, [autosave]);
}

type LostTextParts = {
  copies: UnsavedCopies<Draft>;
  head: Draft;
  autosave: Autosave<Draft>;
  show: (draft: Draft) => void;
};

/** Text of this story that earlier visits on this machine couldn't save, one after the other. */
function useLostText({ copies, head, autosave, show }: LostTextParts) {
  const [lost, setLost] = useState<UnsavedCopy<Draft> | null>(null);
  const opened = useRef(head);
  useEffect(() => {
    const { fields, document: body } = opened.current;
    // Its save arrived, only the answer didn't: that is no loss.
    const isStored = ({ draft }: UnsavedCopy<Draft>) => isSameText(draft, { fields, document: body });
    for (const copy of copies.lost().filter(isStored)) copies.throwAway(copy);
    setLost(copies.lost()[0] ?? null);
  }, [copies]);

  async function putBack() {
    // What stands on the screen makes room for it only once the server has that too.
    if (!lost || !(await autosave.flush())) return;
    copies.putOnScreen(lost);
    show(lost.draft);
    autosave.touch();
    setLost(copies.lost()[0] ?? null);
  }
  function throwAway() {
    if (lost) copies.throwAway(lost);
    setLost(copies.lost()[0] ?? null);
  }
  return { lost, putBack, throwAway };
}
