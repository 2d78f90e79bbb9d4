import { cx } from "./cx.ts";

export type ButtonVariant = "primary" | "plain" | "quiet" | "danger";
export type ButtonSize = "normal" | "small";

const VARIANTS: Record<ButtonVariant, string> = {
  primary: "bg-accent text-on-accent hover:bg-accent-strong data-pressed:bg-accent-strong",
  plain: "border border-edge bg-page text-ink hover:bg-tint data-pressed:bg-tint-strong",
  quiet: "text-ink hover:bg-tint data-pressed:bg-tint-strong",
  danger: "bg-bad text-on-bad hover:bg-bad-strong data-pressed:bg-bad-strong",
};

/** How a button looks, for buttons and for links that stand where a button would. 44 px unless there is a mouse. */
export function buttonLook(
  variant: ButtonVariant = "plain",
  size: ButtonSize = "normal",
  more?: string,
): string {
  return cx(
    "inline-flex shrink-0 cursor-pointer select-none items-center justify-center gap-2 rounded-field font-medium",
    "transition-colors disabled:cursor-default disabled:opacity-50 data-disabled:cursor-default data-disabled:opacity-50",
    size === "small"
      ? "min-h-11 px-3 text-sm sm:pointer-fine:min-h-8"
      : "min-h-11 px-4 text-base sm:pointer-fine:min-h-9 sm:text-sm",
    VARIANTS[variant],
    more,
  );
}
