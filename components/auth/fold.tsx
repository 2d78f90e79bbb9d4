import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";

type FoldProps = { title: string; now: string; mustOpen: boolean; children: ReactNode };

/** Something with a good proposal: its value in a line, its fields on demand, or when one of them is wrong. */
export function Fold({ title, now, mustOpen, children }: FoldProps) {
  return (
    <details className="group rounded-2xl border border-line bg-page" open={mustOpen || undefined}>
      <summary className="flex min-h-14 cursor-pointer list-none items-center gap-3 px-4 py-4 sm:px-6 [&::-webkit-details-marker]:hidden">
        <span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3">
          <span className="font-semibold text-lg">{title}</span>
          <span className="min-w-0 text-ink-soft text-sm group-open:hidden">
            <bdi>{now}</bdi>
          </span>
        </span>
        <ChevronDown size={20} aria-hidden className="shrink-0 group-open:rotate-180" />
      </summary>
      <div className="px-4 pb-5 sm:px-6">{children}</div>
    </details>
  );
}
