/** The buttons of an open story, the most important first: what the workflow and this person's rights offer. */
import type { DeskStory } from "#domain/stories/find.ts";

export type MoveName = "publish" | "publishUpdate" | "approve" | "submit" | "sendBack" | "withdraw";

export function movesOf({ story, may }: Pick<DeskStory, "story" | "may">): MoveName[] {
  const isLive = story.live === "published";
  const offered: [MoveName, boolean][] = [
    ["publish", may.publish && !isLive],
    ["publishUpdate", may.publish && isLive],
    ["approve", may.approve],
    ["submit", may.submit],
    ["sendBack", may.sendBack],
    ["withdraw", may.withdraw],
  ];
  return offered.filter(([, isOffered]) => isOffered).map(([name]) => name);
}
