"use client";
import { usePathname } from "next/navigation";
import { WORD_KINDS, type WordKind } from "#domain/vocabulary.ts";
import { cx } from "../../ui/cx.ts";
import { Link } from "../../ui/link.tsx";
import { useWords } from "../../words.client.tsx";
import { roomPath } from "./word-actions.ts";

/** The lists of words that this person keeps. */
export function WordTabs({ kinds }: { kinds: readonly WordKind[] }) {
  const t = useWords("words");
  const path = usePathname();
  return (
    <nav aria-label={t("room")} className="mb-6 flex gap-1 overflow-x-auto border-line border-b">
      {WORD_KINDS.filter((kind) => kinds.includes(kind)).map((kind) => {
        const isHere = path.startsWith(roomPath(kind));
        return (
          <Link
            key={kind}
            href={roomPath(kind)}
            aria-current={isHere ? "page" : undefined}
            className={cx(
              "inline-flex min-h-11 shrink-0 items-center border-b-2 px-3 font-medium text-sm",
              isHere ? "border-accent text-ink" : "border-transparent text-ink-soft hover:text-ink",
            )}
          >
            {t(`title.${kind}`)}
          </Link>
        );
      })}
    </nav>
  );
}
