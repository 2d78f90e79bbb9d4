/** Prints of lists that stand at several addresses: a topic's and a byline's page, a month of any list. */
import type { MonthAnswer, WhichMonth } from "#domain/lists/list-month.ts";
import type { ListAnswer } from "#domain/lists/list-newest.ts";
import { listKeys, type StoryList } from "#domain/lists/named-list.ts";
import { pictureKeys, picturesOfList } from "#domain/publications/keys.ts";
import { ListPage, type WordList } from "./list-page.tsx";
import { MonthPage } from "./month-page.tsx";
import { languageNamed, missingPrint, type PrintingPress, sheetOf } from "./prints.tsx";

type Asked<List, Answer> = { lang: string; list: List; answer: Answer };

/** `staleAt`: times of today are printed without their date, which is true until midnight. */
export function wordPrint(
  press: PrintingPress,
  { lang, list, answer, staleAt }: Asked<WordList, ListAnswer> & { staleAt: Date },
) {
  const { edition, name, stories } = answer;
  const language = languageNamed(edition, lang);
  if (language === null) return missingPrint(press, edition, lang);
  const keys = listKeys(language, list);
  if (name === null) return missingPrint(press, edition, lang, keys.slice(1));
  const sheet = sheetOf(press, edition, language);
  const portrait = pictureKeys(name.portrait ? [name.portrait.id] : []);
  return {
    ...{ status: 200 as const, keys: [...keys, ...picturesOfList(stories), ...portrait], staleAt, language },
    element: <ListPage {...{ sheet, list, name, answer }} />,
  };
}

/** A month in which the list had nothing isn't there; it may be one day. */
export function monthPrint(
  press: PrintingPress,
  { lang, list, answer, which }: Asked<StoryList, MonthAnswer> & { which: WhichMonth },
) {
  const { edition, name, pages } = answer;
  const language = languageNamed(edition, lang);
  if (language === null) return missingPrint(press, edition, lang);
  const keys = listKeys(language, list, which.month);
  if (name === null || which.pageNumber > pages) return missingPrint(press, edition, lang, keys.slice(1));
  const sheet = sheetOf(press, edition, language);
  return {
    status: 200 as const,
    keys,
    language,
    element: <MonthPage {...{ sheet, list, name, which, answer }} />,
  };
}
