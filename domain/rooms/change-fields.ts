import type * as Y from "yjs";
import type { StoryFields } from "#db/shapes.ts";
import { canonicalJson } from "../document/canonical-json.ts";
import { changeText } from "./change-text.ts";
import { choiceIn, choose, ROOM_CHOICES, type RoomText, textOf, type Who } from "./room-document.ts";

const TEXTS = ["headline", "standfirst", "kicker"] as const satisfies readonly RoomText[];

/**
 * Brings into the room what one screen changed: of `patch` only what differs from what that screen had
 * before (`shown`), so that what it merely hadn't heard of yet isn't taken back. `origin` is who undoes it.
 */
export function changeFields(
  room: Y.Doc,
  shown: StoryFields,
  patch: Partial<StoryFields>,
  who: Who,
  origin: unknown,
): void {
  const now = { ...shown, ...patch };
  room.transact(() => {
    for (const name of TEXTS) if (now[name] !== shown[name]) changeText(textOf(room, name), now[name]);
    const caption = now.lead?.caption ?? "";
    if (caption !== (shown.lead?.caption ?? "")) changeText(textOf(room, "leadCaption"), caption);
    for (const key of ROOM_CHOICES) {
      const chosen = choiceIn(now, key);
      if (canonicalJson(chosen) !== canonicalJson(choiceIn(shown, key))) choose(room, key, chosen, who);
    }
  }, origin);
}
