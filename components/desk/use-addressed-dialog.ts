import { useEffect, useRef } from "react";
import type { Moves } from "./use-moves.ts";

/** A note in a list leads to what it speaks of: `?see=changes` opens the comparison. */
export function useAddressedDialog(moves: Moves): void {
  const open = useRef(moves.open);
  useEffect(() => {
    if (new URLSearchParams(window.location.search).get("see") === "changes") open.current("changes");
  }, []);
}
