/**
 * What a rehearsal foresees and a run has done, in words and numbers of a bounded size: a long
 * archive makes large numbers, not a long report.
 */
import type { Language } from "../vocabulary.ts";
import type { ArchiveEntry, ArchiveStory, ArchiveTerm } from "./archive.ts";
import type { Loss, LossKind } from "./losses.ts";

export type FoundTerm = Pick<ArchiveTerm, "key" | "kind" | "slug" | "name"> & { stories: number };
export type LossLine = { kind: LossKind; name: string; count: number; examples: string[] };
export type SampleStory = {
  title: string;
  path: string;
  state: string;
  becomes: "public" | "draft" | "left-out";
  language: Language;
  before: string;
  after: string;
};

export type Report = {
  site: string;
  title: string;
  found: {
    stories: number;
    pages: number;
    pictures: number;
    authors: number;
    others: Record<string, number>;
  };
  /** By the archive's own word for where something stood. */
  states: Record<string, number>;
  /** Stories by what they become; pages apart. */
  becomes: { public: number; draft: number; leftOut: number; pagesPublic: number; pagesDraft: number };
  languages: Partial<Record<Language, number>>;
  terms: FoundTerm[];
  losses: LossLine[];
  sample: SampleStory[];
  progress: { done: number; bytes: number; bytesRead: number };
  /** Of a run: what has happened so far. */
  outcome: {
    published: number;
    drafts: number;
    pages: number;
    known: number;
    failed: number;
    pictures: number;
  };
  /** Why it ended early, as a sentence. */
  trouble: string;
};

const MOST_TERMS = 3_000;
const MOST_LOSSES = 400;
const MOST_EXAMPLES = 3;
const MOST_AUTHORS = 20_000;
const MOST_OTHERS = 100;

export class Tally {
  readonly report: Report;
  readonly #terms = new Map<string, FoundTerm>();
  readonly #losses = new Map<string, LossLine>();
  readonly #authors = new Set<string>();

  constructor(bytes: number) {
    this.report = {
      site: "",
      title: "",
      found: { stories: 0, pages: 0, pictures: 0, authors: 0, others: {} },
      states: {},
      becomes: { public: 0, draft: 0, leftOut: 0, pagesPublic: 0, pagesDraft: 0 },
      languages: {},
      terms: [],
      losses: [],
      sample: [],
      progress: { done: 0, bytes, bytesRead: 0 },
      outcome: { published: 0, drafts: 0, pages: 0, known: 0, failed: 0, pictures: 0 },
      trouble: "",
    };
  }

  other(type: string): void {
    const { others } = this.report.found;
    if (type in others || Object.keys(others).length < MOST_OTHERS) others[type] = (others[type] ?? 0) + 1;
  }

  entry(entry: ArchiveEntry): void {
    const { report } = this;
    if (entry.as === "picture") report.found.pictures += 1;
    else if (entry.as === "unknown") this.other(entry.type);
    else if (entry.as === "site") {
      report.site ||= entry.address ?? "";
      report.title ||= entry.title;
    }
  }

  /** `standing` is what becomes of it: a public story without a word of text stays a draft. */
  story(
    { state, terms, authors }: ArchiveStory,
    {
      kind,
      language,
      standing,
    }: { kind: "story" | "page"; language: Language } & Pick<ArchiveStory, "standing">,
  ): void {
    const { report } = this;
    report.found[kind === "page" ? "pages" : "stories"] += 1;
    report.states[state] = (report.states[state] ?? 0) + 1;
    if (standing === "left-out") report.becomes.leftOut += 1;
    else if (kind === "page") report.becomes[standing === "public" ? "pagesPublic" : "pagesDraft"] += 1;
    else {
      report.becomes[standing] += 1;
      report.languages[language] = (report.languages[language] ?? 0) + 1;
    }
    for (const term of terms) this.#term(term);
    for (const { externalId } of authors)
      if (this.#authors.size < MOST_AUTHORS) this.#authors.add(externalId);
  }

  losses(losses: readonly Loss[], title: string): void {
    for (const { kind, name } of losses) {
      const key = `${kind} ${name}`;
      const line = this.#losses.get(key);
      if (line) {
        line.count += 1;
        if (line.examples.length < MOST_EXAMPLES && !line.examples.includes(title)) line.examples.push(title);
      } else if (this.#losses.size < MOST_LOSSES) {
        this.#losses.set(key, { kind, name, count: 1, examples: title === "" ? [] : [title] });
      } else this.#more(kind);
    }
  }

  /** The report as it stands, to be written down. */
  written(): Report {
    this.report.found.authors = this.#authors.size;
    this.report.terms = [...this.#terms.values()].sort((a, b) => b.stories - a.stories);
    this.report.losses = [...this.#losses.values()].sort((a, b) => b.count - a.count);
    return this.report;
  }

  #term({ key, kind, slug, name }: ArchiveTerm): void {
    const found = this.#terms.get(key);
    if (found) found.stories += 1;
    else if (this.#terms.size < MOST_TERMS) this.#terms.set(key, { key, kind, slug, name, stories: 1 });
  }

  /** A name too many: counted under its kind, so that the sum stays true. */
  #more(kind: LossKind): void {
    const line = this.#losses.get(`${kind} …`);
    if (line) line.count += 1;
    else this.#losses.set(`${kind} …`, { kind, name: "…", count: 1, examples: [] });
  }
}
