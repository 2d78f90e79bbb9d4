/** The keys of an open story. Heard before the text hears them: there Ctrl+Enter would break a line. */
import type { Editor } from "@tiptap/react";
import { useEffect, useRef } from "react";
import { commandOf } from "../editor/shortcuts.ts";
import type { MoveName } from "./moves.ts";
import type { Moves } from "./use-moves.ts";

type Parts = {
  editor: Editor | null;
  moves: Moves;
  offered: MoveName[];
  save: () => void;
  find: () => void;
};

export function useKeys(parts: Parts) {
  const now = useRef(parts);
  now.current = parts;
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.isComposing) return;
      // A dialog that was asked for may still be on its way: the Enter meant for it breaks no line.
      const isMeantForDialog = event.key === "Enter" && isInText(event.target);
      if (now.current.moves.dialog ? isMeantForDialog : answer(event, now.current)) {
        event.preventDefault();
        event.stopPropagation();
      }
    };
    window.addEventListener("keydown", hear, { capture: true });
    return () => window.removeEventListener("keydown", hear, { capture: true });
  }, []);
}

const isInText = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches(".canvas-line, .story-body");

/** Whether the key meant something here. */
function answer(event: KeyboardEvent, { editor, moves, offered, save, find }: Parts): boolean {
  const isTyping =
    event.target instanceof HTMLElement && event.target.matches("input, textarea, select, .story-body");
  if (event.key === "?" && !isTyping) {
    moves.open("shortcuts");
    return true;
  }
  const command = commandOf(event);
  if (command === null) return false;
  // Outside of the text the browser's own finding is meant.
  if ((command === "link" || command === "find") && !editor?.isFocused) return false;
  if (command === "save") save();
  else if (command === "find") find();
  else if (command === "publish") {
    const sending = offered.find((move) => move === "publish" || move === "publishUpdate");
    if (sending) moves.start(sending);
  } else moves.open(command);
  return true;
}
