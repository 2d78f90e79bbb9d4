import type { StoryFields } from "#db/shapes.ts";

/** What stands in a room where nobody has chosen anything. Browsers know it too. */
export const NOTHING_CHOSEN: Readonly<Omit<StoryFields, "headline" | "standfirst" | "kicker">> = {
  slugline: "",
  dateline: { placeId: null, text: "" },
  byline: [],
  sectionId: "",
  topicIds: [],
  sources: [],
  signOff: null,
  slug: "",
  marks: [],
  lead: null,
  related: [],
  machineHelp: { answer: "unsaid", note: "" },
  shareText: "",
};
