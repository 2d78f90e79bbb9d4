import { readerWords } from "#domain/languages/reader-words.ts";
import { howKnown, type KnownLine } from "#domain/publications/how-known.ts";
import type { PublishedStory } from "#domain/publications/reader-records.ts";
import { storyPath } from "#domain/site.ts";
import { WordsOf } from "./words-of.tsx";

/** How the newsroom knows what it says here. */
export function HowKnown({ story }: { story: PublishedStory }) {
  const lines = howKnown(story);
  if (lines.length === 0) return null;
  return (
    <section className="know" aria-labelledby="know">
      <h2 id="know">{readerWords(story.language).know.heading}</h2>
      <dl>
        {lines.map((line) => (
          <div key={line.term}>
            <dt>{line.term}</dt>
            <dd>
              <Told line={line} story={story} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** A translation leads to what it was made from, while readers have that. */
function Told({ line: { told, from }, story }: { line: KnownLine; story: PublishedStory }) {
  const words = <WordsOf text={told} language={story.language} />;
  const source = story.siblings.find(({ language }) => language === from);
  return source ? (
    <a href={storyPath(source)} hrefLang={source.language}>
      {words}
    </a>
  ) : (
    words
  );
}
