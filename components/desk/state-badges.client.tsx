"use client";
import type { LiveState, Stage } from "#domain/vocabulary.ts";
import { NewsroomTime } from "../time.client.tsx";
import { Badge } from "../ui/badge.tsx";
import { useWords } from "../words.client.tsx";
import { STATE_TONES, stateOf } from "./state-words.ts";

type StateBadgesProps = { stage: Stage | null; live: LiveState; embargoUntil: Date | null; timeZone: string };

/** Where a story stands, in words. A pending change that was handed on says so beside "live". */
export function StateBadges({ stage, live, embargoUntil, timeZone }: StateBadgesProps) {
  const t = useWords("desk");
  const key = stateOf({ stage, live });
  const work = key === "livePending" && stage !== null && stage !== "writing" ? stage : null;
  return (
    <span className="inline-flex flex-wrap items-center gap-1.5">
      <Badge tone={STATE_TONES[key]}>{t(`state.${key}`)}</Badge>
      {work && <Badge tone={STATE_TONES[work]}>{t(`state.${work}`)}</Badge>}
      {embargoUntil && (
        <Badge tone="bad">
          {t("state.embargoed")} <NewsroomTime at={embargoUntil} timeZone={timeZone} />
        </Badge>
      )}
    </span>
  );
}
