"use client";
import { X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { SinceLook } from "#domain/history/look.ts";
import { Time } from "../../time.client.tsx";
import { Banner } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.client.tsx";
import { IconButton } from "../../ui/icon-button.client.tsx";
import { useWords } from "../../words.client.tsx";
import { useStory } from "../story-context.ts";
import { WordCounts } from "./history-list.client.tsx";

/** Tells the newsroom what is on this screen, and the person what others changed since their last visit. */
export function SinceLookBanner({ onSee }: { onSee: (fromId: string, toId: string) => void }) {
  const { desk, actions, timeZone } = useStory();
  const t = useWords("desk");
  const kit = useWords("kit");
  const [since, setSince] = useState<SinceLook | null>(null);
  const shown = useRef({ storyId: desk.story.id, revisionId: desk.story.headRevisionId });
  shown.current.revisionId = desk.story.headRevisionId;
  const { lookAtStory } = actions;
  useEffect(() => {
    // Without an answer there is nothing to tell; the next look tells it.
    const tell = () =>
      lookAtStory(shown.current).then(
        (answer) => (answer.ok ? answer.value.since : null),
        () => null,
      );
    void tell().then(setSince);
    const leave = () => {
      if (document.visibilityState === "hidden") void tell();
    };
    document.addEventListener("visibilitychange", leave);
    return () => document.removeEventListener("visibilitychange", leave);
  }, [lookAtStory]);
  if (!since) return null;
  const { names, wordsIn, wordsOut, lookedAt, fromId, toId } = since;
  return (
    <Banner
      role="status"
      actions={
        <>
          <Button size="small" onPress={() => onSee(fromId, toId)}>
            {t("versions.sinceSee")}
          </Button>
          <IconButton label={kit("close")} onPress={() => setSince(null)}>
            <X size={16} aria-hidden />
          </IconButton>
        </>
      }
    >
      {t("versions.since", { names: names.join(", ") })} <Time at={lookedAt} timeZone={timeZone} />
      {wordsIn + wordsOut > 0 && (
        <>
          : <span className="sr-only">{t("versions.counts", { wordsIn, wordsOut })}</span>
          <WordCounts {...{ wordsIn, wordsOut }} />{" "}
          <span aria-hidden>{t("versions.short", { wordsOut: Math.max(wordsIn, wordsOut) })}</span>
        </>
      )}
    </Banner>
  );
}
