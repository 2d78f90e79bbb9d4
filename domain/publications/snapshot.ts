import { eq, inArray } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { agencies, contributors, outlet, places, sections, stories, topics } from "#db/schema.ts";
import type { Labels, Printed, StoredDocument, StoryFields } from "#db/shapes.ts";
import { countWords } from "../document/to-text.ts";
import { slugFrom } from "../languages/slug.ts";
import { missing } from "../problem.ts";
import type { StoryRow } from "../stories/open.ts";
import { signOffFrom } from "../stories/sign-off.ts";
import type { Language } from "../vocabulary.ts";

/** A label in this language, else in any: a name in the wrong script is better than no name. */
export function labelIn(labels: Labels, language: Language): string {
  return labels[language] ?? labels.en ?? Object.values(labels)[0] ?? "";
}

/**
 * What a revision means to a reader today: ids become the names and labels of its language.
 * Kept with the publication, so that a later rename doesn't rewrite what was printed.
 */
export async function snapshot(
  tx: Transaction,
  fields: StoryFields,
  document: StoredDocument,
  language: Language,
): Promise<Printed> {
  const [section] = await tx.select().from(sections).where(eq(sections.id, fields.sectionId));
  if (!section) throw missing("section");
  return {
    kicker: fields.kicker.trim(),
    headline: fields.headline.trim(),
    standfirst: fields.standfirst.trim(),
    dateline: await printedDateline(tx, fields, language),
    byline: await printedByline(tx, fields, language),
    section: { slug: section.slug, label: labelIn(section.labels, language) },
    topics: await printedTopics(tx, fields, language),
    signOff: fields.signOff ?? (await printedSignOff(tx, fields, language)),
    slug: fields.slug === "" ? slugFrom(fields.headline) : fields.slug,
    marks: fields.marks,
    words: countWords(document),
    lead: fields.lead,
    machineHelp: fields.machineHelp,
    sources: await printedSources(tx, fields, language),
    shareText: fields.shareText.trim(),
    related: fields.related,
  };
}

/** From which language a translation was made; nothing for originals and adaptations. */
export async function printedOrigin(
  tx: Transaction,
  { relation, sourceStoryId }: Pick<StoryRow, "relation" | "sourceStoryId">,
): Promise<Pick<Printed, "translatedFrom">> {
  if (relation !== "translation" || sourceStoryId === null) return {};
  const [source] = await tx
    .select({ language: stories.language })
    .from(stories)
    .where(eq(stories.id, sourceStoryId));
  return source ? { translatedFrom: source.language } : {};
}

async function printedDateline(
  tx: Transaction,
  { dateline }: StoryFields,
  language: Language,
): Promise<string> {
  if (dateline.placeId === null) return dateline.text.trim();
  const [place] = await tx.select().from(places).where(eq(places.id, dateline.placeId));
  return place ? labelIn(place.labels, language) : dateline.text.trim();
}

async function printedByline(tx: Transaction, { byline }: StoryFields, language: Language) {
  if (byline.length === 0) return [];
  const ids = byline.map((entry) => entry.contributorId);
  const known = await standing(ids, (wanted) =>
    tx.select().from(contributors).where(inArray(contributors.id, wanted)),
  );
  const signers = byline.flatMap(({ contributorId, role }) => {
    const contributor = known.get(contributorId);
    return contributor ? [{ contributor, role }] : [];
  });
  // Two entries of one person that were merged since sign once.
  return signers
    .filter(({ contributor }, at) => signers.findIndex((each) => each.contributor === contributor) === at)
    .map(({ contributor: { names, slug, hiddenAt }, role }) => ({
      name: labelIn(names, language),
      role,
      ...(hiddenAt === null && { slug }),
    }));
}

async function printedTopics(tx: Transaction, { topicIds }: StoryFields, language: Language) {
  if (topicIds.length === 0) return [];
  const known = await standing(topicIds, (wanted) =>
    tx.select().from(topics).where(inArray(topics.id, wanted)),
  );
  const named = new Set(topicIds.flatMap((topicId) => known.get(topicId) ?? []));
  return [...named].map(({ slug, labels }) => ({ slug, label: labelIn(labels, language) }));
}

/** For each id the word that stands for it today: itself, or the one that it was merged into. */
async function standing<Word extends { id: string; mergedInto: string | null }>(
  ids: readonly string[],
  find: (wanted: string[]) => Promise<Word[]>,
): Promise<Map<string, Word>> {
  const named = await find([...ids]);
  const others = named.flatMap(({ mergedInto }) => mergedInto ?? []);
  const byId = new Map(
    [...named, ...(others.length ? await find(others) : [])].map((word) => [word.id, word]),
  );
  return new Map(
    named.flatMap((word) => {
      const stands = byId.get(word.mergedInto ?? word.id);
      return stands ? [[word.id, stands] as const] : [];
    }),
  );
}

async function printedSignOff(
  tx: Transaction,
  { sources }: StoryFields,
  language: Language,
): Promise<string> {
  if (sources.length === 0) return "";
  const [settings] = await tx.select({ settings: outlet.settings }).from(outlet);
  const outletName = labelIn(settings?.settings.name ?? {}, language);
  return signOffFrom(sources, { language, outletName, agencies: await tx.select().from(agencies) });
}

/** Agencies by the name of the day; "" stands for the outlet's own reporting. */
async function printedSources(
  tx: Transaction,
  { sources }: StoryFields,
  language: Language,
): Promise<string[]> {
  if (sources.length === 0) return [];
  const known = await tx.select().from(agencies);
  return sources.flatMap(({ agencyId }) => {
    if (agencyId === null) return [""];
    const agency = known.find((candidate) => candidate.id === agencyId);
    return agency ? [labelIn(agency.labels, language)] : [];
  });
}
