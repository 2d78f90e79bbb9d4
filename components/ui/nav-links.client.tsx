"use client";
import { usePathname } from "next/navigation";
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import { cx } from "./cx.ts";
import { Link } from "./link.tsx";

/** `also`: other addresses that belong to the same room. `badge`: something waits there; its label says what. */
export type NavItem = {
  href: string;
  label: string;
  also?: readonly string[];
  badge?: { count: number; label: string; isGrave: boolean } | null;
};

/** Of rooms within rooms (/desk, /desk/pictures) you are in the innermost. */
function roomAt(path: string, items: readonly NavItem[]): string | null {
  const doors = items.flatMap(({ href, also = [] }) => [href, ...also].map((door) => ({ href, door })));
  const open = doors.filter(({ door }) => path === door || path.startsWith(`${door}/`));
  return open.toSorted((a, b) => b.door.length - a.door.length)[0]?.href ?? null;
}

type Stay = { room: string | null; enter: (room: string | null) => void };
const Staying = createContext<Stay>({ room: null, enter: () => {} });

/** Stands around the frame, so that a page can say in which room one is where its address doesn't. */
export function Rooms({ children }: { children: ReactNode }) {
  const [room, enter] = useState<string | null>(null);
  return <Staying value={{ room, enter }}>{children}</Staying>;
}

/** Marks a room while this stands on the screen: a page about the outlet has the address of a story. */
export function InRoom({ href }: { href: string }) {
  const { enter } = useContext(Staying);
  useEffect(() => {
    enter(href);
    return () => enter(null);
  }, [enter, href]);
  return null;
}

/** The newsroom's rooms; the one you are in is marked for eyes and for screen readers. */
export function NavLinks({ label, items }: { label: string; items: readonly NavItem[] }) {
  const path = usePathname();
  const nav = useRef<HTMLElement>(null);
  const { room } = useContext(Staying);
  const here = room ?? roomAt(path, items);
  // On a phone the rooms don't fit beside each other: the one you are in comes into view.
  useEffect(() => {
    if (path === "") return;
    const room = nav.current?.querySelector(`[aria-current="page"]`);
    room?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [path]);
  return (
    <nav
      ref={nav}
      aria-label={label}
      className="-mx-2 flex min-w-0 gap-1 overflow-x-auto max-sm:order-last max-sm:w-[calc(100%+1rem)] max-sm:pb-1 sm:mx-0"
    >
      {items.map(({ href, label: text, badge }) => {
        const isHere = href === here;
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
            {badge && (
              <span
                role="img"
                aria-label={badge.label}
                title={badge.label}
                className={cx(
                  "ms-1.5 inline-flex min-w-5 items-center justify-center rounded-full px-1.5 text-xs tabular-nums",
                  badge.isGrave ? "bg-bad text-on-bad" : "bg-care-tint text-care",
                )}
              >
                {badge.count}
              </span>
            )}
          </Link>
        );
      })}
    </nav>
  );
}
