"use client";
import type { HistoryLine } from "#domain/history/list-history.ts";
import { useClock } from "../../time.client.tsx";
import { Select } from "../../ui/select.tsx";
import { useWords } from "../../words.client.tsx";
import { useStory } from "../story-context.ts";
import { Comparison } from "./comparison.client.tsx";
import { useVersionWords } from "./use-version-words.ts";

export type Pair = { fromId: string; toId: string };

type CompareAnyProps = {
  pair: Pair;
  lines: readonly HistoryLine[];
  /** A version that is in no line, because it is a step within one. */
  looked: { id: string; savedAt: Date; authorName: string } | null;
  onChoose: (pair: Pair) => void;
};

/** Any two versions side by side in one text; which, is chosen above it. */
export function CompareAny({ pair, lines, looked, onChoose }: CompareAnyProps) {
  const { timeZone } = useStory();
  const t = useWords("desk");
  const words = useVersionWords();
  const clock = useClock(timeZone);
  const listed = lines.map((line) => ({ value: line.revisionId, label: words.label(line) }));
  const missing = [pair.fromId, pair.toId].filter((id) => !listed.some(({ value }) => value === id));
  const choices = [
    ...listed,
    ...missing.map((id) => ({
      value: id,
      label:
        looked?.id === id
          ? t("versions.at", { who: looked.authorName, time: clock.short(looked.savedAt) })
          : t("versions.older"),
    })),
  ];
  return (
    <>
      <div className="grid gap-3 pb-4 sm:grid-cols-2">
        <Select
          label={t("versions.older")}
          value={pair.fromId}
          choices={choices}
          onChange={(fromId) => onChoose({ ...pair, fromId })}
        />
        <Select
          label={t("versions.newer")}
          value={pair.toId}
          choices={choices}
          onChange={(toId) => onChoose({ ...pair, toId })}
        />
      </div>
      <Comparison {...pair} nothing={t("versions.same")} />
    </>
  );
}
