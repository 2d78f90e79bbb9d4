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

export function Button({ variant, size, className, onPress, ...rest }: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      onPress={onPress && (() => onPress())}
      className={buttonLook(variant, size, `data-pending:opacity-60 ${className ?? ""}`)}
    />
  );
}
