import { cx } from "../../ui/cx.ts";

/** Where one stands on a way of three steps. */
export function Steps({ names, at, label }: { names: readonly string[]; at: number; label: string }) {
  return (
    <ol aria-label={label} className="mb-5 flex flex-wrap gap-x-6 gap-y-2 text-sm">
      {names.map((name, index) => (
        <li
          key={name}
          aria-current={index === at ? "step" : undefined}
          className={cx("flex items-center gap-2", index === at ? "font-medium text-ink" : "text-ink-soft")}
        >
          <span
            className={cx(
              "grid size-6 place-items-center rounded-full text-xs tabular-nums",
              index === at
                ? "bg-accent text-on-accent"
                : index < at
                  ? "bg-good-tint text-good"
                  : "bg-tint-strong",
            )}
          >
            {index < at ? "✓" : index + 1}
          </span>
          {name}
        </li>
      ))}
    </ol>
  );
}
