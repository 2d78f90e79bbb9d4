import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { kindOfRoom } from "#components/admin/words/word-actions.ts";
import { WordRoom } from "#components/admin/words/word-room.client.tsx";
import { words } from "#components/words.tsx";
import { listColleagues } from "#domain/choices/list.ts";
import { getOutlet } from "#domain/outlet/find-outlet.ts";
import { languagesFirst } from "#domain/outlet/languages-first.ts";
import { getWord } from "#domain/words/get-word.ts";
import { KINDS } from "#domain/words/kinds.ts";
import { orNotFound } from "#server/or-not-found.ts";
import { interfaceLanguage, requireRight } from "#server/session.ts";
import { change, find, hide, link, merge, move, portrait, separate, show } from "../actions.ts";

type WordPageProps = { params: Promise<{ words: string; wordId: string }> };

export async function generateMetadata({ params }: WordPageProps): Promise<Metadata> {
  const kind = kindOfRoom((await params).words);
  return { title: kind ? words("words", await interfaceLanguage())(`title.${kind}`) : undefined };
}

/** One word: its names, who uses it, and what can be done with it. */
export default async function WordPage({ params }: WordPageProps) {
  const { words: room, wordId: asked } = await params;
  const kind = kindOfRoom(room) ?? notFound();
  const wordId = z.uuid().safeParse(asked).data ?? notFound();
  const ctx = await requireRight(KINDS[kind].right, `/admin/${room}/${wordId}`);
  const [{ settings }, word, people] = await Promise.all([
    getOutlet(ctx),
    orNotFound(getWord(ctx, { kind, wordId })),
    kind === "contributor" ? listColleagues(ctx) : [],
  ]);
  return (
    <WordRoom
      key={wordId}
      word={word}
      people={people}
      languages={languagesFirst(settings)}
      timeZone={settings.timeZone}
      actions={{ change, find, hide, link, merge, move, separate, setPortrait: portrait, show }}
    />
  );
}
