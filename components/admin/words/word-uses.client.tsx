"use client";
import { LANGUAGES } from "#domain/vocabulary.ts";
import type { WordPage } from "#domain/words/get-word.ts";
import { Time } from "../../time.client.tsx";
import { Link } from "../../ui/link.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { useWords } from "../../words.client.tsx";

/** The stories that name a word, the last changed first. */
export function WordUses({ word, timeZone }: { word: WordPage; timeZone: string }) {
  const t = useWords("words");
  const { stories, newest } = word;
  return (
    <Panel title={t("usedBy", { count: stories })} lead={stories > newest.length ? t("newest") : undefined}>
      <ul className="divide-y divide-line">
        {newest.map(({ id, language, headline, slugline, updatedAt }) => (
          <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-0.5 py-2">
            <Link
              href={`/desk/stories/${id}`}
              className="inline-flex min-h-11 min-w-0 items-center font-medium hover:underline sm:pointer-fine:min-h-0"
            >
              <bdi lang={language} dir={LANGUAGES[language].direction}>
                {headline || slugline || t("untitled")}
              </bdi>
            </Link>
            <Time at={updatedAt} timeZone={timeZone} className="shrink-0 text-ink-soft text-sm" />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
