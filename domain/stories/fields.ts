import { LATER_FIELDS } from "#db/complete-fields.ts";
import type { StoryFields } from "#db/shapes.ts";
import { foldForSearch } from "../languages/fold.ts";
import type { Language } from "../vocabulary.ts";
import type { SentFields } from "./input.ts";

/** A story that nobody has filled in yet. */
export function blankFields(sectionId: string): StoryFields {
  return {
    slugline: "",
    kicker: "",
    headline: "",
    standfirst: "",
    dateline: { placeId: null, text: "" },
    byline: [],
    sectionId,
    topicIds: [],
    sources: [],
    signOff: null,
    slug: "",
    marks: [],
    ...LATER_FIELDS,
  };
}

/** What a screen sent, with the fields that it doesn't know yet as the text under it has them. */
export function completeWith(base: StoryFields, sent: SentFields): StoryFields {
  return {
    ...sent,
    lead: sent.lead === undefined ? base.lead : sent.lead,
    related: sent.related ?? base.related,
    machineHelp: sent.machineHelp ?? base.machineHelp,
    shareText: sent.shareText ?? base.shareText,
  };
}

/** Names of the fields in which two versions differ. */
export function changedFields(before: StoryFields, after: StoryFields): (keyof StoryFields)[] {
  const names = Object.keys(after) as (keyof StoryFields)[];
  return names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}

/** What search looks through, folded once here and never again: names first, then the text. */
export function searchText(fields: StoryFields, text: string, language: Language): string {
  const parts = [fields.headline, fields.slugline, fields.kicker, fields.standfirst, text];
  return foldForSearch(parts.filter((part) => part !== "").join("\n"), language);
}
