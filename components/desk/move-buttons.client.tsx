"use client";
import { Button } from "../ui/button.client.tsx";
import { cx } from "../ui/cx.ts";
import { useWords } from "../words.client.tsx";
import type { MoveName } from "./moves.ts";

type MoveButtonsProps = {
  moves: MoveName[];
  doing: string | null;
  isAlive: boolean;
  onMove: (move: MoveName) => void;
  /** A phone's bar has room for the first; the sheet shows the others there. */
  place: "bar" | "sheet";
};

/** What can be done with the story now; the most important one stands last, where the eye ends. */
export function MoveButtons({ moves, doing, isAlive, onMove, place }: MoveButtonsProps) {
  const t = useWords("desk");
  if (moves.length === 0) return null;
  return (
    <div
      className={cx(
        "flex items-center gap-1.5",
        place === "bar" ? "flex-row-reverse" : "flex-wrap sm:hidden",
      )}
    >
      {moves.map((move, at) => (
        <Button
          key={move}
          variant={at === 0 && move !== "withdraw" ? "primary" : "plain"}
          isPending={doing === move}
          isDisabled={!isAlive || (doing !== null && doing !== move)}
          onPress={() => onMove(move)}
          aria-keyshortcuts={move.startsWith("publish") ? "Control+Enter" : undefined}
          className={cx(
            place === "bar" && at > 0 && "max-sm:hidden",
            place === "sheet" && at === 0 && "hidden",
          )}
        >
          {t(move)}
        </Button>
      ))}
    </div>
  );
}
