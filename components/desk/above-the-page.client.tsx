"use client";
import type { Editor } from "@tiptap/react";
import { MergedBanner } from "../room/merged-banner.client.tsx";
import { Banner } from "../ui/badge.tsx";
import { StatusLine } from "../ui/status-line.tsx";
import { useWords } from "../words.client.tsx";
import { AsideBanner, LostBanner } from "./banners.client.tsx";
import { SinceLookBanner } from "./history/since-look.client.tsx";
import { PostsToChange } from "./sharing/posts-to-change.client.tsx";
import { useStory } from "./story-context.ts";
import type { OpenDraft } from "./use-draft.ts";

type AboveThePageProps = {
  draft: OpenDraft;
  editor: Editor | null;
  problem: string | null;
  onLoadTheirs: () => void;
  onCompare: (fromId: string, toId: string) => void;
};

/** What must be heard before one goes on writing: closed, overtaken, merged, lost and found, refused. */
export function AboveThePage({ draft, editor, problem, onLoadTheirs, onCompare }: AboveThePageProps) {
  const { desk, timeZone } = useStory();
  const t = useWords("desk");
  const room = useWords("room");
  const { saveState } = draft;
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-2 empty:hidden max-sm:px-2 max-sm:pt-2 sm:pt-4">
      <PostsToChange />
      <SinceLookBanner onSee={onCompare} />
      {!desk.may.write && <Banner>{t(desk.story.stage === "ready" ? "closedReady" : "closed")}</Banner>}
      {draft.isAlone && (
        <Banner tone="care" role="status">
          {room("alone")}
        </Banner>
      )}
      {saveState.aside && (
        <AsideBanner
          aside={saveState.aside}
          onLoad={onLoadTheirs}
          onKeep={() => void draft.autosave.keepMine()}
        />
      )}
      {draft.room && <MergedBanner room={draft.room} editor={editor} timeZone={timeZone} />}
      {draft.lost && (
        <LostBanner lost={draft.lost} onPutBack={() => void draft.putBack()} onForget={draft.throwAway} />
      )}
      {problem && <StatusLine tone="bad">{problem}</StatusLine>}
    </div>
  );
}
