import { slugFrom } from "../languages/slug.ts";
import { RESERVED_SECTION_SLUGS } from "../vocabulary.ts";
import type { ArchiveTerm } from "./archive.ts";
import type { TermChoice } from "./input.ts";
import type { FoundTerm } from "./report.ts";

type Section = { id: string; slug: string; labels: Readonly<Record<string, string | undefined>> };

/** More than a reader's eye goes over in a menu. */
const MOST_NEW_SECTIONS = 12;

/**
 * What we would make of an old site's categories and tags: a section that is called the same is
 * that section, the largest categories become new ones, all else becomes topics.
 */
export function proposedTerms(
  terms: readonly FoundTerm[],
  sections: readonly Section[],
): Record<string, TermChoice> {
  const taken = new Set(sections.map(({ slug }) => slug));
  let made = 0;
  return Object.fromEntries(
    terms.map((term) => {
      const same = sections.find((section) => isSame(term, section));
      if (same) return [term.key, { as: "section", sectionId: same.id }];
      const isLarge = term.kind === "category" && term.slug !== "uncategorized" && made < MOST_NEW_SECTIONS;
      if (!isLarge) return [term.key, term.slug === "uncategorized" ? { as: "nothing" } : { as: "topic" }];
      const slug = freeSlug(term, taken);
      taken.add(slug);
      made += 1;
      return [term.key, { as: "new-section", slug, label: term.name.slice(0, 120) }];
    }),
  );
}

function isSame({ slug, name }: FoundTerm, section: Section): boolean {
  const folded = name.trim().toLowerCase();
  return (
    section.slug === slug ||
    Object.values(section.labels).some((label) => label?.trim().toLowerCase() === folded)
  );
}

function freeSlug({ slug, name }: FoundTerm, taken: ReadonlySet<string>): string {
  const words = (slugFrom(slug.replaceAll("-", " ")) || slugFrom(name)).slice(0, 36).replace(/-+$/, "");
  const wanted = /^[a-z]/.test(words) ? words : "section";
  const isFree = (candidate: string) =>
    !taken.has(candidate) && !(RESERVED_SECTION_SLUGS as readonly string[]).includes(candidate);
  if (isFree(wanted) && wanted !== "section") return wanted;
  let count = 1;
  while (!isFree(`${wanted}-${count}`)) count += 1;
  return `${wanted}-${count}`;
}

/** What a story's term becomes: what was chosen, else a topic. */
export function choiceFor(
  { key }: Pick<ArchiveTerm, "key">,
  terms: Readonly<Record<string, TermChoice>>,
): TermChoice {
  return Object.hasOwn(terms, key) ? (terms[key] ?? { as: "topic" }) : { as: "topic" };
}
