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
import { findCopy, keepCopy, type UnsavedCopy } from "../editor/unsaved-copy.ts";
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
  const [autosave] = useState(
    () =>
      new Autosave<Draft>({
        start: desk.head,
        read: () => draftOn(onScreen.current),
        send: (baseRevisionId, draft) => actions.save({ storyId, baseRevisionId, ...draft }),
        noAnswer,
        keepCopy: (draft, base) => keepCopy(storage(), storyId, base, draft),
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
  const { lost, forget } = useLostText(storyId, desk.head);
  return {
    fields,
    change,
    show,
    autosave,
    saveState: saveState ?? autosave.state(),
    onScreen,
    lost,
    forget,
  };
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

/** Text of this story that an earlier visit on this machine couldn't save. */
function useLostText(storyId: string, head: Draft) {
  const [lost, setLost] = useState<UnsavedCopy<Draft> | null>(null);
  const opened = useRef(head);
  useEffect(() => {
    const copy = findCopy<Draft>(storage(), storyId);
    const { fields, document: body } = opened.current;
    const isSame = copy && isSameText(copy.draft, { fields, document: body });
    if (isSame) keepCopy(storage(), storyId, copy.baseRevisionId, null);
    else setLost(copy);
  }, [storyId]);
  const forget = useCallback(() => {
    keepCopy(storage(), storyId, "", null);
    setLost(null);
  }, [storyId]);
  return { lost, forget };
}
