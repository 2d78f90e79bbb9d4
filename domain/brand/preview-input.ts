import { z } from "zod";
import { settingsSchema } from "../outlet/input.ts";
import { LANGUAGE_CODES } from "../vocabulary.ts";

export const previewInput = z.object({
  settings: settingsSchema,
  language: z.enum(LANGUAGE_CODES),
  page: z.enum(["front", "story"]),
  mode: z.enum(["light", "dark"]),
});
export type PreviewInput = z.output<typeof previewInput>;
