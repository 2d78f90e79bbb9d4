/** The editor of an open story, in its room where there is one. */
import type { Editor } from "@tiptap/react";
import { useEffect } from "react";
import type { DeskStory } from "#domain/stories/find.ts";
import { useBodyEditor } from "../editor/body-editor.ts";
import { useBodyRoom, useRoomOnScreen } from "../room/use-room-on-screen.ts";
import { useWords } from "../words.client.tsx";
import type { useBodyTools } from "./use-body-tools.ts";
import type { OpenDraft } from "./use-draft.ts";

type Parts = {
  desk: DeskStory;
  draft: OpenDraft;
  mayWrite: boolean;
  pictures: ReturnType<typeof useBodyTools>;
};

export function useStoryEditor({ desk, draft, mayWrite, pictures }: Parts): Editor | null {
  const t = useWords("desk");
  const { room, saver, onScreen } = draft;
  const editor = useBodyEditor({
    language: desk.story.language,
    document: onScreen.current.opened.document,
    isEditable: mayWrite,
    label: t("body"),
    placeholder: t("bodyPlaceholder"),
    onTyped: saver.touch,
    room: useBodyRoom(room),
    onFiles: (files, at) => pictures.addPictures({ files, at, isSeveral: files.length > 1 }),
  });
  useRoomOnScreen(room, editor);
  useEffect(() => {
    onScreen.current.editor = editor;
  }, [editor, onScreen]);
  return editor;
}
