import { readerWords } from "#domain/languages/reader-words.ts";
import type { SitePageAnswer } from "#domain/publications/find-site-page.ts";
import { keys } from "#domain/publications/keys.ts";
import type { Language } from "#domain/vocabulary.ts";
import { missingPrint, type PrintingPress, sheetOf } from "./prints.tsx";
import { SitePageDocument } from "./site-page.tsx";
import { TroublePage } from "./trouble-page.tsx";

type Asked = { language: Language; slug: string };

/** What stands at an address where no section does: a page, that it was taken back, or nothing. */
export function sitePagePrint(press: PrintingPress, answer: SitePageAnswer, { language, slug }: Asked) {
  const { edition, page, gone } = answer;
  const hung = Object.keys(page?.pictures ?? {}).map(keys.picture);
  const made = [keys.outlet(), keys.sitePage(language, slug), ...hung];
  const sheet = sheetOf(press, edition, language);
  if (page !== null) {
    return {
      status: 200 as const,
      keys: made,
      language,
      element: <SitePageDocument sheet={sheet} page={page} />,
    };
  }
  if (gone !== null) {
    const { heading, lines } = readerWords(language).gonePage;
    const element = <TroublePage sheet={sheet} heading={heading} lines={lines} />;
    return { status: 410 as const, keys: made, language, element };
  }
  return missingPrint(press, edition, language, [keys.sitePage(language, slug)]);
}
