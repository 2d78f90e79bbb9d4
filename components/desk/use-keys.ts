/** The keys of an open story. Heard before the text hears them: there Ctrl+Enter would break a line. */
import type { Editor } from "@tiptap/react";
import { useEffect, useRef } from "react";
import { commandOf } from "../editor/shortcuts.ts";
import type { MoveName } from "./moves.ts";
import type { Moves } from "./use-moves.ts";

type Parts = { editor: Editor | null; moves: Moves; offered: MoveName[]; save: () => void };

export function useKeys(parts: Parts) {
  const now = useRef(parts);
  now.current = parts;
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (now.current.moves.dialog || event.isComposing) return;
      if (answer(event, now.current)) {
        event.preventDefault();
        event.stopPropagation();
      }
    };
    window.addEventListener("keydown", hear, { capture: true });
    return () => window.removeEventListener("keydown", hear, { capture: true });
  }, []);
}

/** Whether the key meant something here. */
function answer(event: KeyboardEvent, { editor, moves, offered, save }: Parts): boolean {
  const isTyping =
    event.target instanceof HTMLElement && event.target.matches("input, textarea, select, .story-body");
  if (event.key === "?" && !isTyping) {
    moves.open("shortcuts");
    return true;
  }
  const command = commandOf(event);
  if (command === null) return false;
  if (command === "link" && !editor?.isFocused) return false;
  if (command === "save") save();
  else if (command === "publish") {
    const sending = offered.find((move) => move === "publish" || move === "publishUpdate");
    if (sending) moves.start(sending);
  } else moves.open(command);
  return true;
}
