import { readerWords } from "#domain/languages/reader-words.ts";
import { labelIn } from "#domain/publications/reader-records.ts";
import { feedPath, frontPath } from "#domain/site.ts";
import { outletName, type Sheet } from "./sheet.ts";

/** The foot of every page: whose newspaper this is, and how to follow it. */
export function Footer({ sheet }: { sheet: Sheet }) {
  const { language, edition } = sheet;
  const words = readerWords(language);
  const { description, defaultLanguage } = edition.settings;
  return (
    <footer className="foot">
      <div className="wrap">
        <b>{outletName(sheet)}</b>
        <p>{labelIn(description, language, defaultLanguage)}</p>
        <ul>
          <li>
            <a href={frontPath(language)}>{words.home}</a>
          </li>
          <li>
            <a href={feedPath(language)}>{words.feed}</a>
          </li>
        </ul>
      </div>
    </footer>
  );
}
