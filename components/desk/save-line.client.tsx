"use client";
import { wallTime } from "#domain/time.ts";
import type { ScreenState } from "../editor/saver.ts";
import { useZone } from "../time.client.tsx";
import { StatusLine } from "../ui/status-line.tsx";
import { useWords } from "../words.client.tsx";
import { useStory } from "./story-context.ts";

/** "Saved" means that the server has said so, for everything on the screen. */
export function SaveLine({ state }: { state: ScreenState }) {
  const t = useWords("desk");
  const text = useSentence(state);
  const isBad = state.status === "failed" || state.status === "device";
  return (
    <StatusLine tone={isBad ? "bad" : "neutral"} label={t("saveStatus")}>
      {text}
    </StatusLine>
  );
}

function useSentence({ status, aside, sentence, since, words = 0 }: ScreenState): string {
  const { timeZone } = useStory();
  const t = useWords("desk");
  const room = useWords("room");
  const zone = useZone(timeZone);
  switch (status) {
    case "saved":
      return aside ? t("savedAside") : t("saved");
    case "failed":
      return t("notSaved", { sentence: sentence ?? "" });
    case "device":
      return room("onDevice", { since: since ? wallTime(since, zone) : "", words });
    case "readOnly":
      return room("readOnly", { why: sentence ?? "" });
    default:
      return t("saving");
  }
}
