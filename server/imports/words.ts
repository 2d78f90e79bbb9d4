/** Who an old site's authors are here, and what its categories and tags: asked once, remembered for a run. */
import type { Ctx } from "#domain/context.ts";
import type { ArchiveStory } from "#domain/imports/archive.ts";
import type { Choices } from "#domain/imports/input.ts";
import { languageByLetters } from "#domain/imports/language.ts";
import type { Losses } from "#domain/imports/losses.ts";
import type { Placed } from "#domain/imports/prepare.ts";
import type { Run } from "#domain/imports/take-in.ts";
import { type PlacedTerm, takeInAuthor, takeInTerm } from "#domain/imports/take-in-words.ts";
import { choiceFor } from "#domain/imports/terms.ts";
import type { Language } from "#domain/vocabulary.ts";

const MOST_REMEMBERED = 20_000;

export class OldWords {
  readonly #ctx: () => Ctx;
  readonly #run: Run;
  readonly #choices: Choices;
  readonly #authors = new Map<string, string>();
  readonly #terms = new Map<string, PlacedTerm>();

  constructor(ctx: () => Ctx, run: Run, choices: Choices) {
    this.#ctx = ctx;
    this.#run = run;
    this.#choices = choices;
  }

  /** The section is that of the first term which is one, the editors' own first choice before the others. */
  async place(story: ArchiveStory, language: Language, losses: Losses): Promise<Placed> {
    const placed: Placed = { sectionId: "", topicIds: [], contributorIds: [] };
    const first = story.terms.filter(({ key }) => key === story.primaryTerm);
    for (const term of new Set([...first, ...story.terms])) {
      const found = await this.#term(term, language);
      if (found?.as === "topic") placed.topicIds.push(found.id);
      else if (found && placed.sectionId === "") placed.sectionId = found.id;
    }
    if (placed.sectionId === "") {
      losses.note("no-section", "");
      placed.sectionId = this.#choices.sectionId;
    }
    for (const author of story.authors) {
      if (author.name === "") losses.note("author-missing", author.externalId);
      else placed.contributorIds.push(await this.#author(author, language));
    }
    return {
      ...placed,
      topicIds: [...new Set(placed.topicIds)],
      contributorIds: [...new Set(placed.contributorIds)],
    };
  }

  async #term(term: ArchiveStory["terms"][number], language: Language): Promise<PlacedTerm> {
    const known = this.#terms.get(term.key);
    if (known !== undefined) return known;
    const choice = choiceFor(term, this.#choices.terms);
    const placed = await takeInTerm(this.#ctx(), this.#run, term, {
      choice,
      language: named(term.name, language),
    });
    remember(this.#terms, term.key, placed);
    return placed;
  }

  async #author(author: ArchiveStory["authors"][number], language: Language): Promise<string> {
    const known = this.#authors.get(author.externalId);
    if (known !== undefined) return known;
    const id = await takeInAuthor(this.#ctx(), this.#run, author, named(author.name, language));
    remember(this.#authors, author.externalId, id);
    return id;
  }
}

/** "Sport" stays English on a Kurdish story: a name is in the language of its letters. */
function named(name: string, language: Language): Language {
  const seen = languageByLetters(`${name} ${name} ${name}`);
  if (seen === null) return language;
  return seen === "en" || language === "en" ? seen : language;
}

function remember<Value>(map: Map<string, Value>, key: string, value: Value): void {
  if (map.size >= MOST_REMEMBERED) map.clear();
  map.set(key, value);
}
