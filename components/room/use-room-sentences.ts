import { useWords } from "../words.client.tsx";
import type { RoomSentences } from "./room-parts.ts";

/** What an open room says when something is in the way. */
export function useRoomSentences(): RoomSentences {
  const t = useWords("room");
  const desk = useWords("desk");
  return {
    noAnswer: desk("noAnswer"),
    onDeviceOnly: t("onDeviceOnly"),
    closed: t("why.closed"),
    forbidden: t("why.forbidden"),
    missing: t("why.missing"),
    reload: t("why.reload"),
    "signed-out": t("why.signed-out"),
  };
}
