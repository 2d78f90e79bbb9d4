"use client";
import type { ReactElement } from "react";
import { Tooltip, TooltipTrigger } from "react-aria-components/Tooltip";

/** A few words beside a control while a mouse or the keyboard rests on it. Never the only place of a fact. */
export function Tip({ text, children }: { text: string; children: ReactElement }) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <Tooltip
        offset={6}
        className="max-w-xs rounded-md bg-ink px-2 py-1 font-sans text-page text-xs shadow-raised"
      >
        {text}
      </Tooltip>
    </TooltipTrigger>
  );
}
