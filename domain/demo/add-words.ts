import type { Labels } from "#db/shapes.ts";
import { addAgency, addContributor, addPlace, addTopic } from "../choices/add.ts";
import { listStoryChoices } from "../choices/list.ts";
import type { Ctx } from "../context.ts";
import { addSection } from "../outlet/add-section.ts";
import { listSections } from "../outlet/list-sections.ts";
import { Problem } from "../problem.ts";
import type { DemoStaff } from "./hire.ts";
import {
  type AgencyKey,
  type ContributorKey,
  DEMO_AGENCIES,
  DEMO_CONTRIBUTORS,
  DEMO_PEOPLE,
  DEMO_PLACES,
  DEMO_SECTIONS,
  DEMO_TOPICS,
  type PlaceKey,
  type SectionSlug,
  type TopicKey,
} from "./words.ts";

/** The ids behind the names that the demo stories use. */
export type DemoIds = {
  sections: Record<SectionSlug, string>;
  places: Record<PlaceKey, string>;
  topics: Record<TopicKey, string>;
  agencies: Record<AgencyKey, string>;
  contributors: Record<ContributorKey, string>;
};

/** Adds every name that the demo stories choose from; the outlet's own sections are used where they fit. */
export async function addDemoWords(ctx: Ctx, { persons }: DemoStaff): Promise<DemoIds> {
  const signers = new Map<string, string>(
    DEMO_PEOPLE.flatMap(({ role, signsAs }) => (signsAs ? [[signsAs, persons[role].personId]] : [])),
  );
  const { places } = await listStoryChoices(ctx, { language: "en" });
  return {
    sections: await openSections(ctx),
    // Most of them came along with the outlet.
    places: await addEach(DEMO_PLACES, async (labels) => {
      return places.find(({ label }) => label === labels.en) ?? addPlace(ctx, named(labels));
    }),
    topics: await addEach(DEMO_TOPICS, (labels) => addTopic(ctx, named(labels))),
    agencies: await addEach(DEMO_AGENCIES, (labels) => addAgency(ctx, named(labels))),
    contributors: await addEach(DEMO_CONTRIBUTORS, (labels, key) =>
      addContributor(ctx, { ...named(labels), personId: signers.get(key) }),
    ),
  };
}

function named(labels: Labels) {
  return { label: labels.en ?? "", language: "en" as const, labels };
}

/** One after the other: the words stand in the outlet's lists in the order in which they were written. */
async function addEach<Key extends string>(
  words: Record<Key, Labels>,
  add: (labels: Labels, key: Key) => Promise<{ id: string }>,
): Promise<Record<Key, string>> {
  const ids = {} as Record<Key, string>;
  for (const key of Object.keys(words) as Key[]) ids[key] = (await add(words[key], key)).id;
  return ids;
}

async function openSections(ctx: Ctx): Promise<Record<SectionSlug, string>> {
  const standing = await listSections(ctx);
  const ids = {} as Record<SectionSlug, string>;
  for (const slug of Object.keys(DEMO_SECTIONS) as SectionSlug[]) {
    const section = standing.find((row) => row.slug === slug);
    if (section?.retiredAt) {
      throw new Problem("conflict", `The demo stories need the section “${slug}”, which was retired.`);
    }
    ids[slug] =
      section?.sectionId ?? (await addSection(ctx, { slug, labels: DEMO_SECTIONS[slug] })).sectionId;
  }
  return ids;
}
