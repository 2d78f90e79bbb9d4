import type { ArchiveAnswer, DayAnswer } from "#domain/lists/list-archive.ts";
import { keys } from "#domain/publications/keys.ts";
import { ArchivePage, DayPage } from "./archive-page.tsx";
import { languageNamed, missingPrint, type PrintingPress, sheetOf } from "./prints.tsx";

/** A month without a story isn't there; it may be one day. */
export function archiveMonthPrint(
  press: PrintingPress,
  { lang, month, answer }: { lang: string; month: string; answer: ArchiveAnswer },
) {
  const language = languageNamed(answer.edition, lang);
  if (language === null) return missingPrint(press, answer.edition, lang);
  const waits = keys.month(keys.language(language), month);
  if (answer.days.length === 0) return missingPrint(press, answer.edition, lang, [waits]);
  const sheet = sheetOf(press, answer.edition, language);
  return {
    ...{ status: 200 as const, keys: [keys.outlet(), waits], language },
    element: <ArchivePage {...{ sheet, month, answer }} at="month" />,
  };
}

const HOUR_MS = 3_600_000;

/** The newest day gets a next one when something comes out on it: so it looks again every hour. */
export function archiveDayPrint(
  press: PrintingPress,
  { lang, day, answer }: { lang: string; day: string; answer: DayAnswer },
) {
  const language = languageNamed(answer.edition, lang);
  if (language === null) return missingPrint(press, answer.edition, lang);
  if (answer.stories.length === 0) {
    return missingPrint(press, answer.edition, lang, [keys.day(language, day)]);
  }
  const sheet = sheetOf(press, answer.edition, language);
  return {
    ...{ status: 200 as const, keys: [keys.outlet(), keys.day(language, day)], language },
    ...(answer.next === null && { staleAt: new Date(press.now.getTime() + HOUR_MS) }),
    element: <DayPage {...{ sheet, day, answer }} />,
  };
}
