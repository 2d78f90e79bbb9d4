import { readerWords } from "#domain/languages/reader-words.ts";
import type { PublishedStory } from "#domain/publications/reader-records.ts";
import type { Sheet } from "./sheet.ts";
import { Shot } from "./shot.tsx";
import { Kicker, Linked, ListedTime } from "./story-card.tsx";

const SIZES = "(min-width: 60rem) 23rem, 7rem";

/** What stands beside a story at its foot. */
export function Related({ sheet, story: { related, language } }: { sheet: Sheet; story: PublishedStory }) {
  if (related.length === 0) return null;
  return (
    <section className="related" aria-labelledby="related">
      <h2 id="related">{readerWords(language).related}</h2>
      <div>
        {related.map((story) => (
          <article className="card" key={story.number}>
            <Shot {...{ sheet, story }} crop="wide" sizes={SIZES} />
            <Kicker {...{ sheet, story }} here={null} />
            <h3>
              <Linked story={story} />
            </h3>
            <ListedTime sheet={sheet} story={story} />
          </article>
        ))}
      </div>
    </section>
  );
}
