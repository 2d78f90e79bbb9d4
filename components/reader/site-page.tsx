import { readerWords } from "#domain/languages/reader-words.ts";
import type { SitePage } from "#domain/publications/find-site-page.ts";
import { sitePageBody } from "#domain/publications/site-page-body.ts";
import { sitePagePath } from "#domain/site.ts";
import { fullDate } from "#domain/time.ts";
import { ReaderDocument } from "./document.tsx";
import { HeadLines } from "./head.tsx";
import { StoryBody } from "./raw.tsx";
import { outletName, type Sheet } from "./sheet.ts";
import { WordsOf } from "./words-of.tsx";

type Props = { sheet: Sheet; page: SitePage };

/** A page about the outlet: no byline, no clock, but when it was changed last. */
export function SitePageDocument({ sheet, page }: Props) {
  const { printed, language } = page;
  const versions = [page, ...page.siblings].map((version) => ({
    language: version.language,
    path: sitePagePath(version.language, version.slug),
  }));
  const head = (
    <HeadLines
      {...{ sheet, versions }}
      title={printed.headline}
      description={printed.standfirst}
      path={sitePagePath(language, page.slug)}
      kind="website"
    />
  );
  return (
    <ReaderDocument
      {...{ sheet, head }}
      title={`${printed.headline} · ${outletName(sheet)}`}
      size="page"
      here={{ page: page.slug }}
      tongues={Object.fromEntries(versions.map((version) => [version.language, version.path]))}
    >
      <div className="wrap">
        <article className="story plain">
          <header>
            <h1>
              <WordsOf text={printed.headline} language={language} />
            </h1>
            {printed.standfirst !== "" && (
              <p className="stand">
                <WordsOf text={printed.standfirst} language={language} />
              </p>
            )}
          </header>
          <div>
            <StoryBody html={sitePageBody(page, `${sheet.mediaUrl}/media`)} />
            <p className="sign small">
              <Changed sheet={sheet} page={page} />
            </p>
          </div>
        </article>
      </div>
    </ReaderDocument>
  );
}

function Changed({ sheet, page: { significantAt } }: Props) {
  const { language, edition } = sheet;
  const { timeZone } = edition.settings;
  return (
    <time dateTime={significantAt.toISOString()}>
      {readerWords(language).lastChanged(fullDate(significantAt, { timeZone, language }))}
    </time>
  );
}
