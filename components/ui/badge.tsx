import type { ReactNode } from "react";
import { cx } from "./cx.ts";

export type Tone = "neutral" | "accent" | "good" | "care" | "bad";

const TONES: Record<Tone, string> = {
  neutral: "bg-tint text-ink",
  accent: "bg-accent-tint text-accent-strong",
  good: "bg-good-tint text-good",
  care: "bg-care-tint text-care",
  bad: "bg-bad-tint text-bad",
};

/** A state in a word or two. The words say it; the colour only helps. */
export function Badge({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={cx(
        "inline-flex max-w-full items-center gap-1.5 rounded-full px-2.5 py-0.5 font-medium text-xs",
        TONES[tone],
      )}
    >
      {children}
    </span>
  );
}

/** A sentence that a person should see where they are: what happened, and what they can do about it. */
export function Banner({
  tone = "neutral",
  role,
  children,
  actions,
}: {
  tone?: Tone;
  role?: "status" | "alert";
  children: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div
      role={role}
      className={cx(
        "flex flex-wrap items-center gap-x-4 gap-y-2 rounded-xl px-4 py-3 font-sans text-sm",
        TONES[tone],
      )}
    >
      <div className="min-w-0 flex-1 basis-60">{children}</div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </div>
  );
}
