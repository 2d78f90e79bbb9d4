import { readerWords } from "#domain/languages/reader-words.ts";
import { labelIn, type PublishedStory } from "#domain/publications/reader-records.ts";
import { topicPath } from "#domain/site.ts";
import type { Sheet } from "./sheet.ts";
import { WordsOf } from "./words-of.tsx";

/** The topics under which the story is listed today, by today's names. */
export function StoryTopics({ sheet, story: { words, language } }: { sheet: Sheet; story: PublishedStory }) {
  const topics = words.filter(({ kind }) => kind === "topic");
  if (topics.length === 0) return null;
  return (
    <nav className="topics small" aria-label={readerWords(language).topics}>
      <ul>
        {topics.map(({ slug, labels }) => (
          <li key={slug}>
            <a href={topicPath(language, slug)}>
              <WordsOf
                text={labelIn(labels, language, sheet.edition.settings.defaultLanguage)}
                language={language}
              />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
