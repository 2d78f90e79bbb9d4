"use client";
import type { ReactNode } from "react";
import type { LossLine } from "#domain/imports/report.ts";
import { Badge } from "../../ui/badge.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { useWords } from "../../words.client.tsx";

/** What won't be as it was, by kind, each by its name: nothing is lost without a line here. */
export function LossList({
  losses,
  others,
}: {
  losses: readonly LossLine[];
  others: Readonly<Record<string, number>>;
}) {
  const t = useWords("moving");
  const kinds = [...new Set(losses.map(({ kind }) => kind))];
  const left = Object.entries(others).sort(([, a], [, b]) => b - a);
  if (kinds.length === 0 && left.length === 0) return null;
  return (
    <Panel title={t("losses.title")} lead={t("losses.lead")}>
      <div className="flex flex-col divide-y divide-line">
        {kinds.map((kind) => {
          const lines = losses.filter((line) => line.kind === kind);
          const count = lines.reduce((sum, line) => sum + line.count, 0);
          return (
            <Group key={kind} title={t(`losses.kinds.${kind}`)} count={count}>
              {lines.slice(0, 50).map(({ name, count: times, examples }) => (
                <li key={name} className="flex flex-wrap gap-x-3">
                  <bdi className="break-all font-mono">{name || examples[0]}</bdi>
                  <span className="text-ink-soft tabular-nums">{t("losses.times", { count: times })}</span>
                  {name !== "" && examples[0] && (
                    <bdi className="basis-full text-ink-soft">{examples.join(" · ")}</bdi>
                  )}
                </li>
              ))}
            </Group>
          );
        })}
        {left.length > 0 && (
          <Group title={t("losses.others")} count={left.reduce((sum, [, count]) => sum + count, 0)}>
            {left.map(([type, count]) => (
              <li key={type} className="flex gap-3">
                <span className="font-mono">{type}</span>
                <span className="text-ink-soft tabular-nums">{t("losses.times", { count })}</span>
              </li>
            ))}
          </Group>
        )}
      </div>
    </Panel>
  );
}

function Group({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  return (
    <details className="py-2">
      <summary className="flex min-h-11 cursor-pointer items-center gap-3">
        <span className="min-w-0 flex-1">{title}</span>
        <Badge tone="care">{String(count)}</Badge>
      </summary>
      <ul className="flex flex-col gap-2 ps-4 pb-3 text-sm">{children}</ul>
    </details>
  );
}
