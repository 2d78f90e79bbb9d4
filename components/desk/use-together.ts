/** The text of an open story in its room, where colleagues write too. Null: there is none, or it was given up. */
import { useRouter } from "next/navigation";
import { useEffect, useState, useSyncExternalStore } from "react";
import type { DeskStory } from "#domain/stories/find.ts";
import { Room } from "../room/room.ts";
import { RoomFields } from "../room/room-fields.ts";
import type { RoomOpening } from "../room/room-parts.ts";
import { useRoomSentences } from "../room/use-room-sentences.ts";
import { SIGNING_OUT } from "../ui/person-menu.client.tsx";
import { useWords } from "../words.client.tsx";
import type { DeskActions, Draft } from "./actions.ts";

type TogetherParts = {
  desk: DeskStory;
  opening: RoomOpening | null;
  actions: DeskActions;
  /** Takes over what stands on the screen when the room can't be had. */
  onGiveUp: (draft: Draft) => void;
};

export type Together = { room: Room; shared: RoomFields };

export function useTogether({ desk, opening, actions, onGiveUp }: TogetherParts): Together | null {
  const say = useRoomSentences();
  const [together, setTogether] = useState<Together | null>(() => {
    if (opening === null || typeof window === "undefined") return null;
    const { id: storyId } = desk.story;
    const room = new Room({ storyId, opening, say, ask: () => actions.open({ storyId }) });
    return { room, shared: new RoomFields(room.doc, room.you.personId, room.self) };
  });
  const state = useSyncExternalStore(
    together?.room.subscribe ?? never,
    () => together?.room.state() ?? null,
    () => null,
  );
  useEffect(() => {
    if (!together || !state?.isGivenUp) return;
    onGiveUp(together.room.draft());
    setTogether(null);
    void together.room.leave();
  }, [together, state?.isGivenUp, onGiveUp]);
  const isEmbargoed = opening?.isEmbargoed ?? false;
  useEffect(() => {
    if (isEmbargoed) together?.room.holdBack();
  }, [together, isEmbargoed]);
  useFreshRights(desk.may.write, together && state ? state.mayWrite : null);
  useGuard(together?.room ?? null);
  return together;
}

const never = () => () => undefined;

/** A colleague sent the story back, or took it on: the page asks again what this person may do. */
function useFreshRights(mayWrite: boolean, mayInRoom: boolean | null) {
  const router = useRouter();
  useEffect(() => {
    if (mayInRoom !== null && mayInRoom !== mayWrite) router.refresh();
  }, [router, mayWrite, mayInRoom]);
}

/** Asks before the page goes only when something would be nowhere else, and before the session goes. */
function useGuard(room: Room | null) {
  const t = useWords("room");
  useEffect(() => {
    if (!room) return;
    const signOut = (event: Event) => {
      if (!room.isAllKept && !window.confirm(t("signingOut"))) event.preventDefault();
    };
    const leave = (event: BeforeUnloadEvent) => {
      if (room.isNowhereElse) event.preventDefault();
    };
    window.addEventListener("beforeunload", leave);
    window.addEventListener(SIGNING_OUT, signOut);
    return () => {
      window.removeEventListener("beforeunload", leave);
      window.removeEventListener(SIGNING_OUT, signOut);
    };
  }, [room, t]);
}
