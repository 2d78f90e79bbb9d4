import type { ReactNode } from "react";

/** How far something long is. The words beside it say the same. */
export function ProgressBar({
  share,
  label,
  children,
}: {
  share: number;
  label: string;
  children?: ReactNode;
}) {
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 100);
  return (
    <div className="flex flex-col gap-2">
      <div
        role="progressbar"
        aria-label={label}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
        className="h-2.5 overflow-hidden rounded-full bg-tint-strong"
      >
        <div
          className="h-full rounded-full bg-accent transition-[width] duration-500"
          style={{ width: `${percent}%` }}
        />
      </div>
      <p className="flex flex-wrap justify-between gap-2 text-ink-soft text-sm tabular-nums">
        <span>{children}</span>
        <span>{percent} %</span>
      </p>
    </div>
  );
}
