/** Puts an open editor into its room: opens the line, tells colleagues where one writes, shows where they do. */

import { Collaboration } from "@tiptap/extension-collaboration";
import type { Editor } from "@tiptap/react";
import { useEffect, useMemo } from "react";
import { bodyOf } from "#domain/rooms/room-document.ts";
import type { BodyRoom } from "../editor/body-editor.ts";
import { caretsOf } from "./carets.ts";
import { MergedHere, markMerged } from "./merged-here.ts";
import { tellPlaces } from "./places.ts";
import type { Room } from "./room.ts";

export function useBodyRoom(room: Room | null): BodyRoom | null {
  return useMemo(
    () =>
      room && {
        extensions: [
          Collaboration.configure({ fragment: bodyOf(room.doc) }),
          caretsOf(room.awareness),
          MergedHere,
        ],
      },
    [room],
  );
}

export function useRoomOnScreen(room: Room | null, editor: Editor | null): void {
  useEffect(() => {
    if (!room || !editor) return;
    room.open(() => (editor.isDestroyed ? null : editor.state.doc));
    return () => room.close();
  }, [room, editor]);
  useEffect(() => (room ? tellPlaces(room.awareness) : undefined), [room]);
}

/** Marks what was merged, in the words of the interface; without blocks nothing is marked. */
export function useMergedMarks(editor: Editor | null, blocks: readonly string[] | null, words: string): void {
  useEffect(() => {
    if (!editor || editor.isDestroyed) return;
    if (editor.extensionManager.extensions.some(({ name }) => name === MergedHere.name)) {
      markMerged(editor, blocks ?? [], words);
    }
  }, [editor, blocks, words]);
}
