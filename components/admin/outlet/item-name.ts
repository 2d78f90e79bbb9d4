import type { Labels, MenuItem } from "#db/shapes.ts";
import type { Language } from "#domain/vocabulary.ts";
import type { MenuChoices } from "./draft.ts";

/** What a line of a menu is called by itself, in a language of the paper's, else in any. */
export function nameOf(item: MenuItem, choices: MenuChoices, language: Language): string {
  const own = ownLabels(item, choices);
  return (
    item.labels[language] ?? own[language] ?? own.en ?? Object.values({ ...own, ...item.labels })[0] ?? ""
  );
}

/** Its names where the outlet says nothing else. */
export function ownLabels(item: MenuItem, { sections, pages, topics }: MenuChoices): Labels {
  switch (item.kind) {
    case "section":
      return sections.find(({ slug }) => slug === item.slug)?.labels ?? {};
    case "page":
      return pages.find(({ familyId }) => familyId === item.familyId)?.titles ?? {};
    case "topic":
      return topics.find(({ topicId }) => topicId === item.topicId)?.labels ?? {};
    case "link":
      return {};
    default:
      return item satisfies never;
  }
}

/** Whether what it leads to is there: a retired section, a page that was never out. */
export function leadsSomewhere(item: MenuItem, { sections, pages, topics }: MenuChoices): boolean {
  if (item.kind === "section") return sections.some(({ slug }) => slug === item.slug);
  if (item.kind === "page") {
    return pages.some(({ familyId, live }) => familyId === item.familyId && live.length > 0);
  }
  return item.kind === "link" || topics.some(({ topicId }) => topicId === item.topicId);
}
