/** Binds a text field to a line of text in the room: the caret stays, compositions are left alone, undo is one's own. */
import { type RefObject, useEffect } from "react";
import * as Y from "yjs";
import { type RoomText, textOf } from "#domain/rooms/room-document.ts";
import { JointLine } from "./joint-line.ts";
import type { Room } from "./room.ts";

type Field = HTMLTextAreaElement | HTMLInputElement;

export function useJointLine(room: Room, name: RoomText, field: RefObject<Field | null>): void {
  useEffect(() => {
    if (field.current) return bind(field.current, textOf(room.doc, name), room.self);
  }, [room, name, field]);
}

function bind(field: Field, text: Y.Text, self: unknown): () => void {
  const line = new JointLine(text, self);
  const undo = new Y.UndoManager(text, { trackedOrigins: new Set([self]) });
  let isComposing = false;
  field.value = line.shown;

  const show = () => {
    if (isComposing || !line.isBehind) return;
    const { selectionStart, selectionEnd, selectionDirection } = field;
    const moved = line.catchUp();
    field.value = line.shown;
    if (document.activeElement !== field) return;
    field.setSelectionRange(
      moved(selectionStart ?? 0),
      moved(selectionEnd ?? 0),
      selectionDirection ?? "none",
    );
  };
  const typed = () => {
    if (!isComposing) tidy(field);
    line.typed(field.value, field.selectionEnd ?? field.value.length);
    show();
  };
  const heard: { [Name in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[Name]) => void } = {
    input: typed,
    compositionstart: () => {
      isComposing = true;
    },
    compositionend: () => {
      isComposing = false;
      typed();
    },
    blur: () => undo.stopCapturing(),
    keydown: (event) => {
      const isUndo = undoes(event);
      if (isUndo === null) return;
      event.preventDefault();
      if (isUndo) undo.undo();
      else undo.redo();
    },
  };
  for (const [name, hear] of Object.entries(heard)) field.addEventListener(name, hear as EventListener);
  text.observe(show);
  return () => {
    for (const [name, hear] of Object.entries(heard)) field.removeEventListener(name, hear as EventListener);
    text.unobserve(show);
    undo.destroy();
    line.end();
  };
}

/** True undoes, false does it again, null is another key. */
function undoes(event: KeyboardEvent): boolean | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return null;
  const key = event.key.toLowerCase();
  if (key === "y") return false;
  return key === "z" ? !event.shiftKey : null;
}

/** These texts are one paragraph: pasted line breaks become spaces, and the caret stays where it was. */
function tidy(field: Field): void {
  if (!field.value.includes("\n")) return;
  const flat = (text: string) => text.replace(/\s*\n\s*/g, " ");
  const before = flat(field.value.slice(0, field.selectionEnd ?? 0)).length;
  field.value = flat(field.value);
  field.setSelectionRange(before, before);
}
