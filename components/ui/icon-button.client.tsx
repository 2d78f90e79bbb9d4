"use client";
import type { ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { cx } from "./cx.ts";
import { Tip } from "./tip.client.tsx";

export type IconButtonProps = {
  /** What the button does; its accessible name and its tip. */
  label: string;
  /** Keys that do the same, as the tip shows them. */
  keys?: string;
  children: ReactNode;
  onPress?: () => void;
  isDisabled?: boolean;
  /** Given: the button is a toggle. */
  isPressed?: boolean;
  slot?: string;
  className?: string;
};

/** A square button with a picture only. Its name shows when a mouse or the keyboard rests on it. */
export function IconButton({ label, keys, isPressed, onPress, className, ...rest }: IconButtonProps) {
  return (
    <Tip text={keys ? `${label} · ${keys}` : label}>
      <AriaButton
        {...rest}
        aria-label={label}
        aria-pressed={isPressed}
        onPress={onPress && (() => onPress())}
        className={cx(
          "inline-flex size-11 shrink-0 cursor-pointer items-center justify-center rounded-field text-ink transition-colors",
          "hover:bg-tint data-pressed:bg-tint-strong data-disabled:cursor-default data-disabled:opacity-40",
          "aria-pressed:bg-accent-tint aria-pressed:text-accent-strong sm:pointer-fine:size-9",
          className,
        )}
      />
    </Tip>
  );
}
