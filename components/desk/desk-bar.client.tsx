"use client";
import { ArrowLeft, Keyboard, PanelRight } from "lucide-react";
import type { ReactNode } from "react";
import type { SaveState } from "../editor/autosave.ts";
import { IconButton } from "../ui/icon-button.client.tsx";
import { Link } from "../ui/link.tsx";
import { InRoom } from "../ui/nav-links.client.tsx";
import { StatusLine } from "../ui/status-line.tsx";
import { useWords } from "../words.client.tsx";
import { StateBadges } from "./state-badges.client.tsx";
import { useStory } from "./story-context.ts";

type DeskBarProps = {
  saveState: SaveState;
  onDetails: () => void;
  onShortcuts: () => void;
  /** The buttons of what can be done. */
  children: ReactNode;
};

/** The bar over the page: where the story stands, whether it is saved, and what can be done with it. */
export function DeskBar({ saveState, onDetails, onShortcuts, children }: DeskBarProps) {
  const { desk, timeZone } = useStory();
  const t = useWords("desk");
  const pages = useWords("pages");
  const { stage, live, embargoUntil, kind } = desk.story;
  const isPage = kind === "page";
  return (
    <div className="sticky top-0 z-20 flex min-h-14 items-center gap-1 border-line border-b bg-page px-1 sm:gap-3 sm:px-5 print:hidden">
      {isPage && <InRoom href="/desk/pages" />}
      <Link
        href={isPage ? "/desk/pages" : "/desk"}
        className="inline-flex size-11 shrink-0 items-center justify-center rounded-field hover:bg-tint"
      >
        <ArrowLeft size={20} aria-hidden className="rtl:-scale-x-100" />
        <span className="sr-only">{isPage ? pages("back") : t("backToStories")}</span>
      </Link>
      <div className="flex min-w-0 flex-1 items-center gap-x-3">
        <span className="flex shrink-0 max-md:hidden">
          <StateBadges {...{ stage, live, embargoUntil, timeZone }} />
        </span>
        <SaveLine state={saveState} />
      </div>
      <div className="flex shrink-0 items-center gap-1.5">
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

/** "Saved" means that the server has said so, for everything on the screen. */
function SaveLine({ state }: { state: SaveState }) {
  const t = useWords("desk");
  const text = {
    saved: state.aside ? t("savedAside") : t("saved"),
    waiting: t("saving"),
    saving: t("saving"),
    failed: t("notSaved", { sentence: state.sentence ?? "" }),
  }[state.status];
  return (
    <StatusLine tone={state.status === "failed" ? "bad" : "neutral"} label={t("saveStatus")}>
      {text}
    </StatusLine>
  );
}
