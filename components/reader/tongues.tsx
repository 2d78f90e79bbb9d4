import { readerWords } from "#domain/languages/reader-words.ts";
import { frontPath } from "#domain/site.ts";
import { LANGUAGES, type Language } from "#domain/vocabulary.ts";
import type { Sheet } from "./sheet.ts";

type Props = { sheet: Sheet; addresses: Partial<Record<Language, string>> };

/** The outlet's languages, each by its own name: to this page's version where there is one, else to that front. */
export function Tongues({ sheet, addresses }: Props) {
  const { languages } = sheet.edition.settings;
  if (languages.length < 2) return null;
  return (
    <nav className="tongues" aria-label={readerWords(sheet.language).languages}>
      {languages.map((language) => (
        <a
          key={language}
          href={addresses[language] ?? frontPath(language)}
          lang={language}
          dir={LANGUAGES[language].direction}
          hrefLang={language}
          aria-current={language === sheet.language ? "true" : undefined}
        >
          {LANGUAGES[language].name}
        </a>
      ))}
    </nav>
  );
}
