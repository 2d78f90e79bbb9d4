import { useEffect, useRef, useState } from "react";
import { isSameText } from "../editor/same-text.ts";
import type { Saver } from "../editor/saver.ts";
import type { UnsavedCopies, UnsavedCopy } from "../editor/unsaved-copies.ts";
import type { Draft } from "./actions.ts";

type LostTextParts = {
  copies: UnsavedCopies<Draft>;
  head: Draft;
  saver: Saver;
  show: (draft: Draft) => void;
  /** Where several people write: has the server merge it; true when it did. */
  merge: ((copy: UnsavedCopy<Draft>) => Promise<boolean>) | null;
};

/** Text of this story that earlier visits on this machine couldn't save, one after the other. */
export function useLostText({ copies, head, saver, show, merge }: LostTextParts) {
  const [lost, setLost] = useState<UnsavedCopy<Draft> | null>(null);
  const opened = useRef(head);
  useEffect(() => {
    const { fields, document: body } = opened.current;
    // Its save arrived, only the answer didn't: that is no loss.
    const isStored = ({ draft }: UnsavedCopy<Draft>) => isSameText(draft, { fields, document: body });
    for (const copy of copies.lost().filter(isStored)) copies.throwAway(copy);
    setLost(copies.lost()[0] ?? null);
  }, [copies]);

  async function putBack() {
    if (lost && merge) {
      if (await merge(lost)) throwAway();
      return;
    }
    // What stands on the screen makes room for it only once the server has that too.
    if (!lost || !(await saver.flush())) return;
    copies.putOnScreen(lost);
    show(lost.draft);
    saver.touch();
    setLost(copies.lost()[0] ?? null);
  }
  function throwAway() {
    if (lost) copies.throwAway(lost);
    setLost(copies.lost()[0] ?? null);
  }
  return { lost, putBack, throwAway };
}
