"use client";
import type { ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { type ButtonSize, type ButtonVariant, buttonLook } from "./button-look.ts";

export type ButtonProps = {
  children: ReactNode;
  variant?: ButtonVariant;
  size?: ButtonSize;
  type?: "button" | "submit";
  name?: string;
  value?: string;
  form?: string;
  /** While true the button keeps its width and focus, and ignores presses. */
  isPending?: boolean;
  isDisabled?: boolean;
  autoFocus?: boolean;
  onPress?: () => void;
  className?: string;
  "aria-label"?: string;
  "aria-describedby"?: string;
  "aria-keyshortcuts"?: string;
};

/**
 * React Aria's own `isPending` announces a progress bar that we don't show, by an element without
 * a name. What came of a press is said by the page's status lines.
 */
export function Button({
  variant,
  size,
  className,
  type = "button",
  isPending,
  onPress,
  ...rest
}: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      type={isPending ? "button" : type}
      data-pending={isPending || undefined}
      onPress={onPress && !isPending ? () => onPress() : undefined}
      className={buttonLook(
        variant,
        size,
        `data-pending:cursor-default data-pending:opacity-60 ${className ?? ""}`,
      )}
    />
  );
}
