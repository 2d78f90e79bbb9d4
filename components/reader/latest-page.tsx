import { readerWords } from "#domain/languages/reader-words.ts";
import type { ListAnswer } from "#domain/lists/list-newest.ts";
import { archivePath, latestPath } from "#domain/site.ts";
import { DayGroups, NothingYet } from "./day-groups.tsx";
import { ReaderDocument } from "./document.tsx";
import { HeadLines } from "./head.tsx";
import { MonthLinks } from "./month-links.tsx";
import { outletName, type Sheet } from "./sheet.ts";

type Props = { sheet: Sheet; answer: Pick<ListAnswer, "stories" | "months" | "languages"> };

/** Everything in a language as it came, newest first. */
export function LatestPage({ sheet, answer: { stories, months, languages } }: Props) {
  const { language } = sheet;
  const words = readerWords(language);
  const title = `${words.latest} · ${outletName(sheet)}`;
  const versions = [...new Set([language, ...languages])].map((other) => ({
    language: other,
    path: latestPath(other),
  }));
  return (
    <ReaderDocument
      {...{ sheet, title }}
      size="page"
      tongues={Object.fromEntries(versions.map((version) => [version.language, version.path]))}
      head={
        <HeadLines
          {...{ sheet, title, versions }}
          description={words.everything}
          path={latestPath(language)}
          kind="website"
        />
      }
    >
      <div className="wrap">
        <div className="title">
          <div>
            <h1>{words.latest}</h1>
          </div>
        </div>
        <DayGroups sheet={sheet} stories={stories} />
        {stories.length === 0 && <NothingYet sheet={sheet} />}
        <MonthLinks
          {...{ sheet, months }}
          shown={stories.length}
          pathOf={(month) => archivePath(language, month)}
        />
      </div>
    </ReaderDocument>
  );
}
