"use client";
import type { Editor } from "@tiptap/react";
import { useSyncExternalStore } from "react";
import { wallTime } from "#domain/time.ts";
import { useZone } from "../time.client.tsx";
import { Banner } from "../ui/badge.tsx";
import { Button } from "../ui/button.client.tsx";
import { useWords } from "../words.client.tsx";
import { lookAtMerged } from "./merged-here.ts";
import type { Room } from "./room.ts";
import { useMergedMarks } from "./use-room-on-screen.ts";

type MergedBannerProps = { room: Room; editor: Editor | null; timeZone: string };

/** Both sides changed the same paragraphs while there was no connection: somebody should read them once more. */
export function MergedBanner({ room, editor, timeZone }: MergedBannerProps) {
  const t = useWords("room");
  const zone = useZone(timeZone);
  const read = () => room.state().merged;
  const merged = useSyncExternalStore(room.subscribe, read, read);
  useMergedMarks(
    editor,
    merged?.blocks ?? null,
    merged ? t("merged", { time: wallTime(merged.at, zone) }) : "",
  );
  if (!merged) return null;
  return (
    <Banner
      tone="care"
      role="status"
      actions={
        <>
          <Button size="small" onPress={() => editor && lookAtMerged(editor)}>
            {t("lookThere")}
          </Button>
          <Button size="small" variant="quiet" onPress={room.seenMerged}>
            {t("seen")}
          </Button>
        </>
      }
    >
      {t("mergedBanner", { count: merged.blocks.length })}
    </Banner>
  );
}
