"use client";
import type { WordKind } from "#domain/vocabulary.ts";
import { ButtonLink } from "../../ui/link.tsx";
import { useWords } from "../../words.client.tsx";
import { roomPath } from "./word-actions.ts";
import { isFiltered, type WordFilter, wordListPath } from "./word-filter.ts";

type WordPagerProps = { kind: WordKind; filter: WordFilter; shown: number; total: number; limit: number };

/** Where one stands in a long list, and the way on. */
export function WordPager({ kind, filter, shown, total, limit }: WordPagerProps) {
  const t = useWords("words");
  const before = (filter.page - 1) * limit;
  const last = before + shown;
  return (
    <nav aria-label={t("pages")} className="flex flex-wrap items-center gap-2 pt-4 text-ink-soft text-sm">
      {shown > 0 && <span className="me-auto">{t("range", { from: before + 1, to: last, total })}</span>}
      {filter.page > 1 && (
        <ButtonLink size="small" href={wordListPath(kind, filter, filter.page - 1)}>
          {t("earlier")}
        </ButtonLink>
      )}
      {shown > 0 && last < total && (
        <ButtonLink size="small" href={wordListPath(kind, filter, filter.page + 1)}>
          {t("later")}
        </ButtonLink>
      )}
      {isFiltered(filter) && (
        <ButtonLink size="small" href={roomPath(kind)}>
          {t("clear")}
        </ButtonLink>
      )}
    </nav>
  );
}
