import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AddWord } from "#components/admin/words/add-word.client.tsx";
import { GazetteerOffer } from "#components/admin/words/gazetteer-offer.client.tsx";
import { kindOfRoom } from "#components/admin/words/word-actions.ts";
import { isFiltered, wordFilterIn, wordListPath } from "#components/admin/words/word-filter.ts";
import { WordFilters } from "#components/admin/words/word-filters.client.tsx";
import { WordList } from "#components/admin/words/word-list.client.tsx";
import { WordPager } from "#components/admin/words/word-pager.client.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { words } from "#components/words.tsx";
import { getOutlet } from "#domain/outlet/find-outlet.ts";
import { languagesFirst } from "#domain/outlet/languages-first.ts";
import { countOffered } from "#domain/places/add-gazetteer.ts";
import { KINDS } from "#domain/words/kinds.ts";
import { listWords } from "#domain/words/list-words.ts";
import { interfaceLanguage, requireRight } from "#server/session.ts";
import { add, addPlaces } from "./actions.ts";

type WordsPageProps = {
  params: Promise<{ words: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const PAGE = 50;

export async function generateMetadata({ params }: WordsPageProps): Promise<Metadata> {
  const kind = kindOfRoom((await params).words);
  return { title: kind ? words("words", await interfaceLanguage())(`title.${kind}`) : undefined };
}

/** Topics, places, agencies, bylines: four lists of one kind. */
export default async function WordsPage({ params, searchParams }: WordsPageProps) {
  const { words: room } = await params;
  const kind = kindOfRoom(room) ?? notFound();
  const filter = wordFilterIn(await searchParams);
  const ctx = await requireRight(KINDS[kind].right, `/admin/${room}`);
  const [{ settings }, { rows, total }, offered] = await Promise.all([
    getOutlet(ctx),
    listWords(ctx, { kind, ...filter, limit: PAGE }),
    kind === "place" ? countOffered(ctx) : 0,
  ]);
  const t = words("words", await interfaceLanguage());
  const { languages } = settings;
  return (
    <>
      <PageHeader
        title={t(`title.${kind}`)}
        lead={t(`lead.${kind}`)}
        actions={<AddWord kind={kind} languages={languages} add={add} />}
      />
      {kind === "place" && <GazetteerOffer offered={offered} add={addPlaces} />}
      <WordFilters key={wordListPath(kind, filter, 1)} kind={kind} filter={filter} languages={languages} />
      <WordList
        kind={kind}
        rows={rows}
        languages={languagesFirst(settings)}
        isFiltered={isFiltered(filter)}
      />
      <WordPager {...{ kind, filter, total }} shown={rows.length} limit={PAGE} />
    </>
  );
}
