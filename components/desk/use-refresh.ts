import { useRouter } from "next/navigation";
import { useEffect } from "react";
import type { DeskStory } from "#domain/stories/find.ts";
import type { ScreenState } from "../editor/saver.ts";

/**
 * The first save into a live story opens its pending change: from then on "Publish update" and
 * "Submit" are offered. The page asks again what this person may do.
 */
export function useRefreshOnPending(
  { story, head }: DeskStory,
  { revisionId, newestRevisionId = revisionId, aside }: ScreenState,
) {
  const router = useRouter();
  const isOpened = story.stage === null && newestRevisionId !== head.revisionId && !aside;
  useEffect(() => {
    if (isOpened) router.refresh();
  }, [isOpened, router]);
}
