"use client";
import { cx } from "../../ui/cx.ts";
import { useWords } from "../../words.client.tsx";

export type Figure = readonly [label: string, value: number, tone?: "good" | "care" | "bad"];

const TONES = { good: "text-good", care: "text-care", bad: "text-bad" } as const;

/** Numbers side by side, each with its word. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  const t = useWords("moving");
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-4">
      {figures.map(([label, value, tone]) => (
        <div key={label} className="flex min-w-0 flex-col-reverse">
          <dt className="text-ink-soft text-sm">{label}</dt>
          <dd className={cx("font-semibold text-2xl tabular-nums", tone && value > 0 && TONES[tone])}>
            {t("figures.number", { value })}
          </dd>
        </div>
      ))}
    </dl>
  );
}
