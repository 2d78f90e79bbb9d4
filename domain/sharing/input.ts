/** What the verbs about sharing accept. Sentences are for whoever types. */
import { z } from "zod";
import { printable } from "../stories/input.ts";
import { HAND_CHANNELS } from "../vocabulary.ts";

export const addHandLineInput = z.object({
  storyId: z.uuid("That isn't the id of anything here."),
  channel: z.enum(HAND_CHANNELS),
  url: z
    .string()
    .trim()
    .max(2000, "That address is longer than 2,000 characters.")
    .refine(
      (text) => text === "" || /^https?:\/\/\S+$/i.test(text),
      "A post's address starts with http:// or https://.",
    ),
  note: z
    .string()
    .trim()
    .max(300, "The note is longer than 300 characters.")
    .transform((text) => printable(text.replace(/\s+/g, " "))),
});
export type AddHandLineInput = z.output<typeof addHandLineInput>;

export const handLineInput = z.object({ handLineId: z.uuid("That isn't the id of anything here.") });
export type HandLineInput = z.output<typeof handLineInput>;
