import type { ListedStory } from "../publications/reader-records.ts";
import { FRONT_LENGTH } from "./list-front.ts";

/** Beside the lead: as many as fill the first screen of a wide window. */
const TOPS = 5;

export type Front = { lead: ListedStory | null; tops: ListedStory[]; newest: ListedStory[] };

/**
 * Lays a front out: the newest story marked "Lead" leads; other marked ones are the top
 * stories; everything else follows, newest first. Nothing stands twice. Without a marked lead
 * the newest story leads, so that a front is never headless.
 */
export function arrangeFront({ marked, newest }: { marked: ListedStory[]; newest: ListedStory[] }): Front {
  const lead = marked.find(({ marks }) => marks.includes("lead")) ?? newest[0] ?? null;
  const tops = marked.filter((story) => story.number !== lead?.number).slice(0, TOPS);
  const placed = new Set([lead, ...tops].map((story) => story?.number));
  const rest = newest.filter((story) => !placed.has(story.number)).slice(0, FRONT_LENGTH);
  return { lead, tops, newest: rest };
}
