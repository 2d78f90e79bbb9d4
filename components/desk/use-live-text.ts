/** The text that readers have now, fetched when the story opens and again after each publication. */
import { useEffect, useState } from "react";
import type { StoredDocument } from "#db/shapes.ts";
import type { DeskActions } from "./actions.ts";

type Fetched = { revisionId: string; document: StoredDocument };

/** Null while it isn't known: it is on its way, there is none, or the newsroom doesn't answer. */
export function useLiveText(
  lookAt: DeskActions["lookAt"],
  liveRevisionId: string | null,
): StoredDocument | null {
  const [fetched, setFetched] = useState<Fetched | null>(null);
  useEffect(() => {
    if (liveRevisionId === null || fetched?.revisionId === liveRevisionId) return;
    let isWanted = true;
    // Without an answer nothing is proposed: whoever publishes can still choose.
    const nothing = () => null;
    void lookAt({ revisionId: liveRevisionId }).then((answer) => {
      if (isWanted && answer.ok) {
        setFetched({ revisionId: liveRevisionId, document: answer.value.document });
      }
    }, nothing);
    return () => {
      isWanted = false;
    };
  }, [lookAt, liveRevisionId, fetched]);
  return fetched !== null && fetched.revisionId === liveRevisionId ? fetched.document : null;
}
