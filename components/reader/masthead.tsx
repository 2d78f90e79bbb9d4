import { readerWords } from "#domain/languages/reader-words.ts";
import { labelIn } from "#domain/publications/reader-records.ts";
import { frontPath, sectionPath } from "#domain/site.ts";
import { fullDate } from "#domain/time.ts";
import type { Language } from "#domain/vocabulary.ts";
import { outletName, type Sheet } from "./sheet.ts";
import { Tongues } from "./tongues.tsx";

type Props = {
  sheet: Sheet;
  /** A front has the day's date over a large name; other pages keep the head small. */
  size: "front" | "page";
  /** The front's own heading is the outlet's name; elsewhere it is a link home. */
  home: "here" | "link";
  section: string | null;
  tongues: Partial<Record<Language, string>>;
};

/** The newspaper's head: date, languages, name, sections. */
export function Masthead({ sheet, size, home, section, tongues }: Props) {
  const { language, edition, now } = sheet;
  const { timeZone, defaultLanguage } = edition.settings;
  const name = <a href={frontPath(language)}>{outletName(sheet)}</a>;
  const switcher = <Tongues sheet={sheet} addresses={tongues} />;
  return (
    <header className={size === "front" ? "front" : undefined}>
      {size === "front" ? (
        <>
          <div className="wrap bar">
            <span>{fullDate(now, { timeZone, language })}</span>
            {switcher}
          </div>
          <div className="wrap">
            {home === "here" ? <h1 className="name">{name}</h1> : <p className="name">{name}</p>}
          </div>
        </>
      ) : (
        <div className="wrap bar">
          <p className="name">{name}</p>
          {switcher}
        </div>
      )}
      <nav className="secs" aria-label={readerWords(language).sections}>
        <ul className="wrap">
          {edition.sections.map(({ slug, labels }) => (
            <li key={slug}>
              <a href={sectionPath(language, slug)} aria-current={slug === section ? "page" : undefined}>
                {labelIn(labels, language, defaultLanguage)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}
