import { readerWords } from "../languages/reader-words.ts";
import { listPath, type StoryList } from "../lists/named-list.ts";
import { labelIn } from "../publications/reader-records.ts";
import type { Language } from "../vocabulary.ts";
import type { Feed } from "./feed.ts";
import type { FeedAnswer } from "./list-feed.ts";

type Where = { language: Language; list: StoryList; origin: string; mediaBase: string };

/** The feed of a list. Null: the outlet has no such list. */
export function feedOfList({ edition, name, stories }: FeedAnswer, where: Where): Feed | null {
  if (name === null) return null;
  const { settings } = edition;
  const { language, list, origin, mediaBase } = where;
  const outletName = labelIn(settings.name, language, settings.defaultLanguage);
  const own = labelIn(name.labels, language, settings.defaultLanguage);
  const about = list.kind === "section" ? settings.description : name.about;
  return {
    ...{ settings, language, origin, mediaBase, stories, path: listPath(language, list) },
    title: list.kind === "language" ? outletName : readerWords(language).feedTitle(outletName, own),
    description: (about[language] ?? "").trim(),
  };
}
