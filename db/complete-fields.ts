import type { StoryFields } from "./shapes.ts";

/** Fields that a story got later: what they are in revisions from before. */
export const LATER_FIELDS = {
  lead: null,
  related: [],
  machineHelp: { answer: "unsaid", note: "" },
  shareText: "",
} satisfies Partial<StoryFields>;

/** Revisions are never rewritten, so what they lack is filled in when they are read. */
export function completeFields(stored: StoryFields): StoryFields {
  return { ...LATER_FIELDS, ...stored };
}
