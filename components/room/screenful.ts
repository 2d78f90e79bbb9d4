/** What stands on a screen at a moment, as ProseMirror has it: holding it costs nothing. */
import type { Node } from "@tiptap/pm/model";
import type * as Y from "yjs";
import { ROOM_TEXTS } from "#domain/rooms/room-document.ts";
import { wordsNotIn } from "./words-not-kept.ts";

export type Screenful = { body: Node | null; lines: string };

export function screenfulOf(room: Y.Doc, body: Node | null): Screenful {
  return { body, lines: ROOM_TEXTS.map((name) => room.getText(name).toString()).join("\n") };
}

/** How many words `now` has that `kept` lacks. */
export function wordsSince(kept: Screenful, now: Screenful): number {
  return wordsNotIn(textOf(kept), textOf(now));
}

const textOf = ({ body, lines }: Screenful) =>
  `${lines}\n${body?.textBetween(0, body.content.size, "\n", " ") ?? ""}`;
