import { pictureHtml } from "#domain/document/figure.ts";
import { profilePage } from "#domain/feeds/profile-page.ts";
import { readerWords } from "#domain/languages/reader-words.ts";
import type { ListAnswer } from "#domain/lists/list-newest.ts";
import { type ListName, listPath } from "#domain/lists/named-list.ts";
import { labelIn, type ReaderPicture } from "#domain/publications/reader-records.ts";
import { monthPath } from "#domain/site.ts";
import type { Language } from "#domain/vocabulary.ts";
import { NothingYet } from "./day-groups.tsx";
import { ReaderDocument } from "./document.tsx";
import { FeedLine } from "./feed-line.tsx";
import { HeadLines } from "./head.tsx";
import { MonthLinks } from "./month-links.tsx";
import { DataBlock, HungPicture } from "./raw.tsx";
import { mediaBase, outletName, type Sheet, wholeMediaBase } from "./sheet.ts";
import { StoryCard } from "./story-card.tsx";
import { WordsOf } from "./words-of.tsx";

export type WordList = { kind: "topic" | "byline"; slug: string };

type Props = {
  sheet: Sheet;
  list: WordList;
  name: ListName;
  answer: Pick<ListAnswer, "stories" | "months" | "languages">;
};

/** The page of a topic or of a byline: what it is, and its stories, newest first. */
export function ListPage({ sheet, list, name, answer }: Props) {
  const { language } = sheet;
  const { stories, months, languages } = answer;
  const { label, about } = saidOf(sheet, name);
  const title = `${label} · ${outletName(sheet)}`;
  const words = readerWords(language);
  const versions = [...new Set([language, ...languages])].map((other) => ({
    language: other,
    path: listPath(other, list),
  }));
  const described = list.kind === "topic" ? words.storiesOn(label) : words.storiesBy(label);
  return (
    <ReaderDocument
      {...{ sheet, title }}
      size="page"
      feed={{ path: listPath(language, list), title }}
      tongues={Object.fromEntries(versions.map((version) => [version.language, version.path]))}
      head={
        <>
          <HeadLines
            {...{ sheet, title, versions }}
            description={about || described}
            path={listPath(language, list)}
            kind="website"
            index={stories.length > 0 ? "listed" : "hidden"}
          />
          <Profile {...{ sheet, list, name }} />
        </>
      }
    >
      <div className="wrap">
        <div className="title">
          <Portrait sheet={sheet} portrait={name.portrait} of={label} />
          <div>
            {list.kind === "topic" && <p className="kick">{words.topic}</p>}
            <h1>
              <WordsOf text={label} language={language} />
            </h1>
            <About text={about} language={language} />
          </div>
        </div>
        <section className="latest" aria-labelledby="latest">
          <h2 id="latest">{words.latest}</h2>
          <div>
            {stories.map((story) => (
              <StoryCard key={story.number} {...{ sheet, story }} here={null} />
            ))}
            {stories.length === 0 && <NothingYet sheet={sheet} />}
          </div>
        </section>
        <MonthLinks
          {...{ sheet, months }}
          shown={stories.length}
          pathOf={(month) => monthPath(listPath(language, list), month)}
        />
        <FeedLine sheet={sheet} path={listPath(language, list)} />
      </div>
    </ReaderDocument>
  );
}

/** What a list is called and what is said of it, in this language; a description is never borrowed from another. */
export function saidOf({ language, edition }: Sheet, { labels, about }: ListName) {
  const label = labelIn(labels, language, edition.settings.defaultLanguage);
  return { label, about: (about[language] ?? "").trim() };
}

/** Whose picture it is, is what it says. */
function Portrait({ sheet, portrait, of }: { sheet: Sheet; portrait: ReaderPicture | null; of: string }) {
  if (!portrait?.printable) return null;
  const print = { crop: "square", alt: of, sizes: "7rem", loading: "first" } as const;
  return <HungPicture html={pictureHtml(portrait.printable, { ...print, mediaBase: mediaBase(sheet) })} />;
}

/** What machines are told of somebody who signs stories; of a topic nothing. */
function Profile({ sheet, list, name }: Pick<Props, "sheet" | "list" | "name">) {
  if (list.kind !== "byline") return null;
  const { label, about } = saidOf(sheet, name);
  const url = sheet.origin + listPath(sheet.language, list);
  const { portrait } = name;
  const told = { url, name: label, about, portrait, mediaBase: wholeMediaBase(sheet) };
  return <DataBlock value={profilePage(told)} />;
}

function About({ text, language }: { text: string; language: Language }) {
  return text
    .split(/\n+/)
    .filter((line) => line.trim() !== "")
    .map((line) => (
      <p key={line}>
        <WordsOf text={line.trim()} language={language} />
      </p>
    ));
}
