"use client";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { cx } from "./cx.ts";
import { Link } from "./link.tsx";

/** `also`: other addresses that belong to the same room. */
export type NavItem = { href: string; label: string; also?: readonly string[] };

/** The newsroom's rooms; the one you are in is marked for eyes and for screen readers. */
export function NavLinks({ label, items }: { label: string; items: readonly NavItem[] }) {
  const path = usePathname();
  const nav = useRef<HTMLElement>(null);
  // On a phone the rooms don't fit beside each other: the one you are in comes into view.
  useEffect(() => {
    if (path === "") return;
    const here = nav.current?.querySelector(`[aria-current="page"]`);
    here?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [path]);
  return (
    <nav ref={nav} aria-label={label} className="flex min-w-0 gap-1 overflow-x-auto">
      {items.map(({ href, label: text, also = [] }) => {
        const isHere = [href, ...also].some((room) => path === room || path.startsWith(`${room}/`));
        return (
          <Link
            key={href}
            href={href}
            aria-current={isHere ? "page" : undefined}
            className={cx(
              "inline-flex min-h-11 shrink-0 items-center rounded-field px-3 font-medium text-sm hover:bg-tint sm:pointer-fine:min-h-9",
              isHere ? "text-ink" : "text-ink-soft",
              "aria-[current=page]:bg-tint",
            )}
          >
            {text}
          </Link>
        );
      })}
    </nav>
  );
}
