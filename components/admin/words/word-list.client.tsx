"use client";
import { LANGUAGES, type Language, type WordKind } from "#domain/vocabulary.ts";
import type { ListedWord } from "#domain/words/list-words.ts";
import { Badge } from "../../ui/badge.tsx";
import { Link } from "../../ui/link.tsx";
import { type Column, Table } from "../../ui/table.tsx";
import { useWords } from "../../words.client.tsx";
import { Label } from "./label.tsx";
import { roomPath } from "./word-actions.ts";

type WordListProps = {
  kind: WordKind;
  rows: readonly ListedWord[];
  /** The paper's languages, its first one first: the column that names each row. */
  languages: readonly [Language, ...Language[]];
  isFiltered: boolean;
};

/** A list of words with what each language calls them, side by side, so that gaps are seen. */
export function WordList({ kind, rows, languages, isFiltered }: WordListProps) {
  const t = useWords("words");
  const [first, ...others] = languages;
  const account = {
    heading: t("account"),
    cell: ({ personName }: ListedWord) => <bdi className="text-sm">{personName ?? t("noAccount")}</bdi>,
  };
  const columns: Column<ListedWord>[] = [
    {
      heading: LANGUAGES[first].name,
      isRowHeader: true,
      cell: (word) => (
        <span className="flex flex-wrap items-center gap-x-2">
          <Link
            href={roomPath(kind, word.wordId)}
            className="inline-flex min-h-11 items-center font-medium text-accent underline-offset-2 hover:underline sm:pointer-fine:min-h-0"
          >
            <Label word={word} language={first} />
          </Link>
          {word.isHidden && <Badge>{t("hidden")}</Badge>}
        </span>
      ),
    },
    ...others.map((language) => nameIn(language, t("gap"))),
    ...(kind === "contributor" ? [account] : []),
    {
      heading: t("stories"),
      isNumber: true,
      cell: ({ stories }) => stories,
    },
  ];
  return (
    <div className="rounded-2xl border border-line bg-page px-1 py-1 sm:px-2">
      <Table
        caption={t(`title.${kind}`)}
        rows={rows}
        rowKey={({ wordId }) => wordId}
        columns={columns}
        empty={isFiltered ? t("noneFound") : t(`none.${kind}`)}
      />
    </div>
  );
}

function nameIn(language: Language, gap: string): Column<ListedWord> {
  return {
    heading: LANGUAGES[language].name,
    cell: ({ labels }) =>
      labels[language] ? (
        <bdi lang={language} dir={LANGUAGES[language].direction}>
          {labels[language]}
        </bdi>
      ) : (
        <span className="text-care text-sm">{gap}</span>
      ),
  };
}
