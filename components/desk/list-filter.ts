/** The list's filters as they stand in its address. Whatever isn't a filter is left out, never an error. */
import { z } from "zod";
import { LANGUAGE_CODES, LIVE_STATES, STAGES } from "#domain/vocabulary.ts";

const filterSchema = z.object({
  stage: z
    .enum([...STAGES, "pending"])
    .optional()
    .catch(undefined),
  live: z.enum(LIVE_STATES).optional().catch(undefined),
  language: z.enum(LANGUAGE_CODES).optional().catch(undefined),
  sectionId: z.uuid().optional().catch(undefined),
  mine: z.literal("mine").optional().catch(undefined),
  search: z.string().trim().min(1).max(200).optional().catch(undefined),
  after: z.string().min(1).max(100).optional().catch(undefined),
});
export type ListFilter = z.output<typeof filterSchema>;

export function filterIn(query: Record<string, string | string[] | undefined>): ListFilter {
  return filterSchema.parse(query);
}

/** The same list from another place on: its address. */
export function listAddress(filter: ListFilter, after: string | null): string {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) {
    if (value !== undefined && name !== "after") asked.set(name, value);
  }
  if (after !== null) asked.set("after", after);
  const query = asked.toString();
  return query === "" ? "/desk" : `/desk?${query}`;
}
