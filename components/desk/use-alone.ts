/**
 * The text of an open story when one writes alone: its fields and its body, kept on the server by the
 * autosave over an action and, until the server has them, on this machine. It is the way in when the
 * story's room can't be had.
 */
import type { Editor } from "@tiptap/react";
import { useCallback, useEffect, useRef, useState } from "react";
import type { StoryFields } from "#db/shapes.ts";
import type { DeskStory } from "#domain/stories/find.ts";
import { Autosave, type SaveState } from "../editor/autosave.ts";
import { documentOf, showDocument } from "../editor/body-editor.ts";
import { isSameText } from "../editor/same-text.ts";
import type { UnsavedCopies } from "../editor/unsaved-copies.ts";
import type { DeskActions, Draft } from "./actions.ts";

type AloneParts = {
  desk: DeskStory;
  actions: DeskActions;
  noAnswer: string;
  copies: UnsavedCopies<Draft>;
};

export function useAlone({ desk, actions, noAnswer, copies }: AloneParts) {
  const storyId = desk.story.id;
  const [fields, setFields] = useState(desk.head.fields);
  const onScreen = useRef<{ fields: StoryFields; editor: Editor | null; opened: Draft }>({
    fields: desk.head.fields,
    editor: null,
    opened: desk.head,
  });
  const [saveState, setSaveState] = useState<SaveState | null>(null);
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
  /** What stood on this screen in the room, which is given up. It is on this machine when this returns. */
  const takeOver = useCallback(
    (draft: Draft) => {
      const { fields: had, document: body } = onScreen.current.opened;
      onScreen.current = { fields: draft.fields, editor: null, opened: draft };
      setFields(draft.fields);
      if (isSameText(draft, { fields: had, document: body })) return;
      autosave.touch();
      autosave.keep();
    },
    [autosave],
  );
  return { fields, change, show, autosave, saveState: saveState ?? autosave.state(), onScreen, takeOver };
}

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
