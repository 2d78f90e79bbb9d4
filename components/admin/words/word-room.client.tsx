"use client";
import { ArrowLeft } from "lucide-react";
import type { Language } from "#domain/vocabulary.ts";
import type { WordPage } from "#domain/words/get-word.ts";
import { Link } from "../../ui/link.tsx";
import { useWords } from "../../words.client.tsx";
import { BylineAccount } from "./byline-account.client.tsx";
import { Label } from "./label.tsx";
import { roomPath, type WordActions } from "./word-actions.ts";
import { WordForm } from "./word-form.client.tsx";
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
  const { kind } = word;
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
        <Label word={word} language={languages[0]} />
      </h1>
      <div className="flex flex-col gap-5">
        <WordForm word={word} languages={languages} change={actions.change} />
        {kind === "contributor" && <BylineAccount word={word} people={people} link={actions.link} />}
        <WordUses word={word} timeZone={timeZone} />
      </div>
    </>
  );
}
