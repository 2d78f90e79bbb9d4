"use client";
import type { ReactElement, ReactNode } from "react";
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from "react-aria-components/Menu";
import { cx } from "./cx.ts";

export type MenuChoice = {
  id: string;
  label: string;
  icon?: ReactNode;
  href?: string;
  isDanger?: boolean;
  isDisabled?: boolean;
  onAction?: () => void;
};

/** A button (the child) that opens a short list of things to do. */
export function Menu({
  label,
  items,
  children,
}: {
  label: string;
  items: MenuChoice[];
  children: ReactElement;
}) {
  return (
    <MenuTrigger>
      {children}
      <Popover className="min-w-52 rounded-xl border border-line bg-raised p-1 font-sans text-ink shadow-raised">
        <AriaMenu aria-label={label} className="outline-none">
          {items.map((item) => (
            <MenuItem
              key={item.id}
              id={item.id}
              href={item.href}
              textValue={item.label}
              isDisabled={item.isDisabled}
              onAction={item.onAction}
              className={cx(
                "flex min-h-11 cursor-pointer items-center gap-3 rounded-lg px-3 text-sm outline-none sm:pointer-fine:min-h-9",
                "data-focused:bg-tint data-disabled:cursor-default data-disabled:opacity-50",
                item.isDanger && "text-bad",
              )}
            >
              {item.icon}
              {item.label}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
