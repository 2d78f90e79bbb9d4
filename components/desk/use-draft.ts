/**
 * The text on the screen of an open story: in the story's room, where several people write it at
 * once, or, when the room can't be had, alone and saved over an action. Whichever it is, the screen asks
 * and gets the same.
 */
import { useCallback, useState, useSyncExternalStore } from "react";
import type { DeskStory } from "#domain/stories/find.ts";
import { newRevisionId } from "../editor/autosave.ts";
import type { Saver, ScreenState } from "../editor/saver.ts";
import { UnsavedCopies, type UnsavedCopy } from "../editor/unsaved-copies.ts";
import type { RoomOpening } from "../room/room-parts.ts";
import type { DeskActions, Draft } from "./actions.ts";
import { useAlone } from "./use-alone.ts";
import { useHydrated } from "./use-hydrated.ts";
import { useLostText } from "./use-lost-text.ts";
import { useTogether } from "./use-together.ts";

const storage = () => (typeof window === "undefined" ? null : window.localStorage);

type DraftParts = {
  desk: DeskStory;
  opening: RoomOpening | null;
  actions: DeskActions;
  noAnswer: string;
};

export function useDraft({ desk, opening, actions, noAnswer }: DraftParts) {
  const [copies] = useState(() => new UnsavedCopies<Draft>(storage(), desk.story.id));
  const alone = useAlone({ desk, actions, noAnswer, copies });
  const together = useTogether({ desk, opening, actions, onGiveUp: alone.takeOver });
  const room = together?.room ?? null;
  const isAlive = useHydrated();
  const inRoom = useRoomState(together);
  const saver: Saver = room ?? alone.autosave;
  const saveState: ScreenState = inRoom?.state ?? alone.saveState;
  const storyId = desk.story.id;
  // Saved on what it grew from, it merges with what colleagues wrote since, and comes in like their writing.
  const merge = useCallback(
    async ({ draft, baseRevisionId }: UnsavedCopy<Draft>) => {
      const save = { storyId, baseRevisionId, revisionId: newRevisionId(), unanswered: [], ...draft };
      const answer = await actions.save(save).then(
        (given) => given,
        () => null,
      );
      return answer?.ok ?? false;
    },
    [actions, storyId],
  );
  const lostText = useLostText({
    copies,
    head: desk.head,
    saver,
    show: alone.show,
    merge: room ? merge : null,
  });
  return {
    ...lostText,
    ...{ room, shared: together?.shared ?? null, saver, saveState },
    /** The autosave, for what is only asked when one writes alone. */
    autosave: alone.autosave,
    onScreen: alone.onScreen,
    fields: inRoom?.fields ?? alone.fields,
    change: together?.shared.change ?? alone.change,
    /** Shows a text that the server has already; in a room it comes by itself. */
    show: room ? nothing : alone.show,
    /** Why one writes alone: a room was asked for and couldn't be had. */
    isAlone: room === null && isAlive,
  };
}

export type OpenDraft = ReturnType<typeof useDraft>;

const nothing = () => undefined;
const never = () => nothing;

function useRoomState(together: ReturnType<typeof useTogether>) {
  const state = useSyncExternalStore(
    together?.room.subscribe ?? never,
    () => together?.room.state() ?? null,
    () => null,
  );
  const fields = useSyncExternalStore(
    together?.shared.subscribe ?? never,
    () => together?.shared.fields() ?? null,
    () => null,
  );
  return state && fields ? { state, fields } : null;
}
