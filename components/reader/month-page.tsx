import { readerWords } from "#domain/languages/reader-words.ts";
import type { MonthAnswer, WhichMonth } from "#domain/lists/list-month.ts";
import { type ListName, listPath, type StoryList } from "#domain/lists/named-list.ts";
import { monthPath } from "#domain/site.ts";
import { monthTitle } from "#domain/time.ts";
import { DayGroups } from "./day-groups.tsx";
import { ReaderDocument } from "./document.tsx";
import { HeadLines } from "./head.tsx";
import { saidOf } from "./list-page.tsx";
import { MonthLinks } from "./month-links.tsx";
import { outletName, type Sheet } from "./sheet.ts";
import { WordsOf } from "./words-of.tsx";

type Props = {
  sheet: Sheet;
  list: StoryList;
  name: ListName;
  which: WhichMonth;
  answer: Pick<MonthAnswer, "stories" | "pages" | "months">;
};

/** What a list had in one month. */
export function MonthPage({ sheet, list, name, which, answer }: Props) {
  const { language } = sheet;
  const { month, pageNumber } = which;
  const { label } = saidOf(sheet, name);
  const own = listPath(language, list);
  const path = monthPath(own, month, pageNumber);
  const heading = `${label}: ${monthTitle(month, language)}`;
  const title = `${heading} · ${outletName(sheet)}`;
  return (
    <ReaderDocument
      {...{ sheet, title }}
      size="page"
      head={
        <HeadLines
          {...{ sheet, title, path }}
          description={heading}
          kind="website"
          versions={[{ language, path }]}
        />
      }
    >
      <div className="wrap">
        <div className="title">
          <div>
            <p className="kick">
              <a href={own}>
                <WordsOf text={label} language={language} />
              </a>
            </p>
            <h1>{monthTitle(month, language)}</h1>
          </div>
        </div>
        <DayGroups sheet={sheet} stories={answer.stories} here={list.kind === "section" ? list.slug : null} />
        <Pages {...{ sheet, which }} pages={answer.pages} path={own} />
        <MonthLinks
          {...{ sheet, months: answer.months, here: month }}
          pathOf={(other) => monthPath(own, other)}
        />
      </div>
    </ReaderDocument>
  );
}

type PagesProps = { sheet: Sheet; which: WhichMonth; pages: number; path: string };

/** The way to the other pages of a full month. */
function Pages({ sheet: { language }, which: { month, pageNumber }, pages, path }: PagesProps) {
  if (pages < 2) return null;
  const words = readerWords(language);
  return (
    <nav className="pages small" aria-label={words.pageOf(pageNumber, pages)}>
      {pageNumber > 1 && <a href={monthPath(path, month, pageNumber - 1)}>{words.newer}</a>}
      <span>{words.pageOf(pageNumber, pages)}</span>
      {pageNumber < pages && <a href={monthPath(path, month, pageNumber + 1)}>{words.older}</a>}
    </nav>
  );
}
