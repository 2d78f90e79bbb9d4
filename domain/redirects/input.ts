/** What verbs about old addresses accept: one schema for the form, the action and the verb. */
import { z } from "zod";

export const listRedirectsInput = z.object({
  search: z.string().max(300).optional(),
  page: z.int().min(1).max(100_000),
  limit: z.int().min(1).max(200),
});
export type ListRedirectsInput = z.output<typeof listRedirectsInput>;

export const removeRedirectsInput = z.object({
  redirectIds: z.array(z.uuid()).min(1, "Choose at least one.").max(200),
});
export type RemoveRedirectsInput = z.output<typeof removeRedirectsInput>;
