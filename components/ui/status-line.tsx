import type { ReactNode } from "react";
import { cx } from "./cx.ts";

/**
 * The line in which a page answers what was just done: read out, never in the way. It stays in
 * the page while empty, because screen readers only announce changes of a region they know.
 */
export function StatusLine({
  tone = "neutral",
  label,
  children,
}: {
  tone?: "neutral" | "good" | "bad";
  label?: string;
  children?: ReactNode;
}) {
  return (
    <p
      role="status"
      aria-label={label}
      className={cx(
        "min-h-5 text-sm",
        tone === "good" ? "text-good" : tone === "bad" ? "text-bad" : "text-ink-soft",
      )}
    >
      {children}
    </p>
  );
}
