import { readerWords } from "#domain/languages/reader-words.ts";
import {
  type Neighbour,
  neighbourAddress,
  type PublishedStory,
} from "#domain/publications/reader-records.ts";
import { storyPath } from "#domain/site.ts";
import { WordsOf } from "./words-of.tsx";

function Beside({ label, neighbour }: { label: string; neighbour: Neighbour }) {
  return (
    <a href={storyPath(neighbourAddress(neighbour))}>
      <span>{label}</span>
      <b>
        <WordsOf text={neighbour.headline} language={neighbour.language} />
      </b>
    </a>
  );
}

/** The way on: the story published before this one in its section, and the one after. */
export function Neighbours({ story: { previous, next, language } }: { story: PublishedStory }) {
  const words = readerWords(language);
  if (previous === null && next === null) return null;
  return (
    <nav className="near" aria-label={words.moreStories}>
      {previous !== null && <Beside label={words.previousStory} neighbour={previous} />}
      {next !== null && <Beside label={words.nextStory} neighbour={next} />}
    </nav>
  );
}
