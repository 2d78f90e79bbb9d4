"use client";
import { ArrowLeft, Keyboard, PanelRight } from "lucide-react";
import type { ReactNode } from "react";
import type { ScreenState } from "../editor/saver.ts";
import { PeopleHere } from "../room/people-here.client.tsx";
import { cx } from "../ui/cx.ts";
import { IconButton } from "../ui/icon-button.client.tsx";
import { Link } from "../ui/link.tsx";
import { InRoom } from "../ui/nav-links.client.tsx";
import { useWords } from "../words.client.tsx";
import { SaveLine } from "./save-line.client.tsx";
import { StateBadges } from "./state-badges.client.tsx";
import { useStory } from "./story-context.ts";
import { useHydrated } from "./use-hydrated.ts";

type DeskBarProps = {
  saveState: ScreenState;
  onDetails: () => void;
  onShortcuts: () => void;
  /** The buttons of what can be done. */
  children: ReactNode;
};

/** A sentence doesn't fit beside the buttons of a phone. */
const LINE_OF_ITS_OWN = "max-sm:order-last max-sm:basis-full max-sm:px-3 max-sm:pb-2";

/** The bar over the page: where the story stands, whether it is saved, and what can be done with it. */
export function DeskBar({ saveState, onDetails, onShortcuts, children }: DeskBarProps) {
  const { desk, room, timeZone } = useStory();
  const t = useWords("desk");
  const pages = useWords("pages");
  // The server knows of no room, and what it sent is taken over first.
  const isAlive = useHydrated();
  const { stage, live, embargoUntil, kind } = desk.story;
  const isLong = ["device", "failed", "readOnly"].includes(saveState.status);
  const isPage = kind === "page";
  return (
    <div className="sticky top-0 z-20 flex min-h-14 flex-wrap items-center gap-1 border-line border-b bg-page px-1 sm:gap-3 sm:px-5 print:hidden">
      {isPage && <InRoom href="/desk/pages" />}
      <Link
        href={isPage ? "/desk/pages" : "/desk"}
        className="inline-flex size-11 shrink-0 items-center justify-center rounded-field hover:bg-tint"
      >
        <ArrowLeft size={20} aria-hidden className="rtl:-scale-x-100" />
        <span className="sr-only">{isPage ? pages("back") : t("backToStories")}</span>
      </Link>
      <div className={cx("flex min-w-0 flex-1 items-center gap-x-3", isLong && LINE_OF_ITS_OWN)}>
        <span className="flex shrink-0 max-md:hidden">
          <StateBadges {...{ stage, live, embargoUntil, timeZone }} />
        </span>
        <SaveLine state={saveState} />
      </div>
      <div className="ms-auto flex shrink-0 items-center gap-1.5">
        {room && isAlive && <PeopleHere room={room} />}
        <IconButton label={t("shortcuts")} keys="?" onPress={onShortcuts} className="max-lg:hidden">
          <Keyboard size={18} aria-hidden />
        </IconButton>
        <IconButton label={t("details")} onPress={onDetails} className="lg:hidden">
          <PanelRight size={20} aria-hidden className="rtl:-scale-x-100" />
        </IconButton>
        {children}
      </div>
    </div>
  );
}
