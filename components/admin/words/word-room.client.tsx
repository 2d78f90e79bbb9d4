"use client";
import { ArrowLeft } from "lucide-react";
import type { Language } from "#domain/vocabulary.ts";
import type { WordPage } from "#domain/words/get-word.ts";
import { FaceField } from "../../media/face-field.client.tsx";
import { Banner } from "../../ui/badge.tsx";
import { Link } from "../../ui/link.tsx";
import { useWords } from "../../words.client.tsx";
import { BylineAccount } from "./byline-account.client.tsx";
import { BylinePage } from "./byline-page.client.tsx";
import { Label } from "./label.tsx";
import { isPaged, roomPath, type WordActions } from "./word-actions.ts";
import { WordAddress } from "./word-address.client.tsx";
import { WordForm } from "./word-form.client.tsx";
import { WordMerge } from "./word-merge.client.tsx";
import { WordUses } from "./word-uses.client.tsx";

type WordRoomProps = {
  word: WordPage;
  people: readonly { id: string; label: string }[];
  languages: readonly [Language, ...Language[]];
  timeZone: string;
  actions: WordActions;
};

/** Everything about one word, on a page that can be linked to. */
export function WordRoom({ word, people, languages, timeZone, actions }: WordRoomProps) {
  const t = useWords("words");
  const { kind, mergedInto } = word;
  const [language] = languages;
  return (
    <>
      <Link
        href={roomPath(kind)}
        className="inline-flex min-h-11 items-center gap-2 text-ink-soft text-sm hover:text-ink sm:pointer-fine:min-h-8"
      >
        <ArrowLeft size={16} aria-hidden className="rtl:-scale-x-100" />
        {t(`title.${kind}`)}
      </Link>
      <h1 className="pb-5 font-semibold text-2xl tracking-tight">
        <Label word={word} language={language} />
      </h1>
      <div className="flex flex-col gap-5">
        {mergedInto && (
          <Banner tone="care">
            {t("mergedInto")}{" "}
            <Link href={roomPath(kind, mergedInto.wordId)}>
              <Label word={{ ...mergedInto, slug: word.slug }} language={language} />
            </Link>
          </Banner>
        )}
        <WordForm word={word} languages={languages} change={actions.change} />
        {isPaged(kind) && !mergedInto && (
          <WordAddress word={word} kind={kind} language={language} move={actions.move} />
        )}
        {kind === "contributor" && !mergedInto && (
          <FaceField
            title={t("portrait")}
            lead={t(word.isHidden ? "portraitHidden" : "portraitLead")}
            name={word.labels[language] ?? word.slug}
            pictureId={word.portraitId}
            language={language}
            save={({ pictureId }) => actions.setPortrait({ wordId: word.wordId, pictureId })}
          />
        )}
        {kind === "contributor" && <BylineAccount word={word} people={people} link={actions.link} />}
        {kind === "contributor" && !mergedInto && (
          <BylinePage word={word} hide={actions.hide} show={actions.show} />
        )}
        {isPaged(kind) && !mergedInto && <WordMerge {...{ word, kind, language, actions }} />}
        <WordUses word={word} timeZone={timeZone} />
      </div>
    </>
  );
}
