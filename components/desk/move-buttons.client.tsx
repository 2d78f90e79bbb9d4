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
  /** On a phone the bar holds the first and the sheet the others. */
  place: "bar" | "sheet";
};

/** The one that a phone's bar has room for. Taking a story back is never a thumb's slip away. */
const isFirst = (move: MoveName, at: number) => at === 0 && move !== "withdraw";

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
          variant={isFirst(move, at) ? "primary" : "plain"}
          isPending={doing === move}
          isDisabled={!isAlive || (doing !== null && doing !== move)}
          onPress={() => onMove(move)}
          aria-keyshortcuts={move.startsWith("publish") ? "Control+Enter" : undefined}
          className={cx(
            place === "bar" ? !isFirst(move, at) && "max-sm:hidden" : isFirst(move, at) && "hidden",
          )}
        >
          {t(move)}
        </Button>
      ))}
    </div>
  );
}
