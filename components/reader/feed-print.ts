import { ATOM_TYPE, atom } from "#domain/feeds/atom.ts";
import type { Feed } from "#domain/feeds/feed.ts";
import { feedOfList } from "#domain/feeds/feed-of-list.ts";
import { JSON_FEED_TYPE, jsonFeed } from "#domain/feeds/json-feed.ts";
import type { FeedAnswer } from "#domain/feeds/list-feed.ts";
import { RSS_TYPE, rss } from "#domain/feeds/rss.ts";
import { listKeys, type StoryList } from "#domain/lists/named-list.ts";
import { pictureKeys } from "#domain/publications/keys.ts";
import type { FeedFormat } from "#domain/site.ts";
import { languageNamed, missingPrint, type PrintingPress } from "./prints.tsx";
import { wholeMediaBase } from "./sheet.ts";

const WRITTEN: Readonly<Record<FeedFormat, { write: (feed: Feed) => string; contentType: string }>> = {
  rss: { write: rss, contentType: RSS_TYPE },
  atom: { write: atom, contentType: ATOM_TYPE },
  json: { write: jsonFeed, contentType: JSON_FEED_TYPE },
};

type Asked = { lang: string; list: StoryList; format: FeedFormat; answer: FeedAnswer };

/** The feed of a list, or the page that says that there is none. */
export function feedPrint(press: PrintingPress, { lang, list, format, answer }: Asked) {
  const { edition, stories } = answer;
  const language = languageNamed(edition, lang);
  if (language === null) return missingPrint(press, edition, lang);
  const keys = listKeys(language, list);
  const { origin, mediaUrl = "" } = press;
  const feed = feedOfList(answer, {
    language,
    list,
    origin,
    mediaBase: wholeMediaBase({ origin, mediaUrl }),
  });
  if (feed === null) return missingPrint(press, edition, lang, keys.slice(1));
  const { write, contentType } = WRITTEN[format];
  const pictures = pictureKeys(stories.flatMap((story) => story.pictures.map(({ id }) => id)));
  return { status: 200 as const, keys: [...keys, ...pictures], language, body: write(feed), contentType };
}
