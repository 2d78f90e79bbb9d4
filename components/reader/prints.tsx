/** Prints that several routes give: what isn't there, and what was taken back. */
import type { Brand } from "#db/shapes.ts";
import { readerWords } from "#domain/languages/reader-words.ts";
import { toldBy } from "#domain/notices/words.ts";
import type { Withdrawn } from "#domain/publications/find-story-page.ts";
import { keys } from "#domain/publications/keys.ts";
import type { Edition } from "#domain/publications/reader-records.ts";
import type { Language } from "#domain/vocabulary.ts";
import type { Sheet } from "./sheet.ts";
import { TroublePage } from "./trouble-page.tsx";

export type PrintingPress = {
  origin: string;
  mediaUrl?: string;
  now: Date;
  dress: (language: Language, brand?: Brand) => Sheet["dress"];
  islands?: Sheet["islands"];
};

/** The paper that a page of this language is printed on. */
export function sheetOf(press: PrintingPress, edition: Edition, language: Language): Sheet {
  const { origin, mediaUrl = "", now, dress, islands } = press;
  return {
    edition,
    language,
    origin,
    mediaUrl,
    now,
    islands,
    dress: dress(language, edition.settings.brand),
  };
}

/** The outlet's language of that name; null: an address in a language that it doesn't publish in. */
export function languageNamed({ settings }: Edition, name: string | undefined): Language | null {
  return settings.languages.find((language) => language === name) ?? null;
}

/**
 * A page for an address where nothing is, in the address's language. `waitingFor` are the keys
 * under which something may yet appear there: that change drops this page too.
 */
export function missingPrint(
  press: PrintingPress,
  edition: Edition,
  named: string | undefined,
  waitingFor: string[] = [],
) {
  const language = languageNamed(edition, named) ?? edition.settings.defaultLanguage;
  const { heading, lines } = readerWords(language).notFound;
  const sheet = sheetOf(press, edition, language);
  const element = <TroublePage sheet={sheet} heading={heading} lines={lines} />;
  return { status: 404 as const, keys: [keys.outlet(), ...waitingFor], language, element };
}

/** The notice that stands for good at the address of a story that was taken back. */
export function withdrawnPrint(
  press: PrintingPress,
  edition: Edition,
  { number, language, at, note }: Withdrawn,
) {
  const { heading, lines } = readerWords(language).gone;
  const sheet = sheetOf(press, edition, language);
  const line = toldBy(edition.settings, language).line({ kind: "withdrawal", at, note, publishedAt: null });
  const element = <TroublePage sheet={sheet} heading={heading} lines={[line, ...lines]} />;
  return { status: 410 as const, keys: [keys.outlet(), keys.story(number)], language, element };
}
