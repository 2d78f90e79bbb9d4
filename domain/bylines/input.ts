/** What the verbs about bylines accept. */
import { z } from "zod";

const wordId = z.uuid("There is no such byline.");

export const linkBylineInput = z.object({
  wordId,
  personId: z.uuid("That isn't the id of anybody here.").nullable(),
});
export type LinkBylineInput = z.output<typeof linkBylineInput>;

export const bylineInput = z.object({ wordId });
export type BylineInput = z.output<typeof bylineInput>;

/** Null takes the portrait away. */
export const setPortraitInput = z.object({
  wordId,
  pictureId: z.uuid("That isn't the id of a picture.").nullable(),
});
export type SetPortraitInput = z.output<typeof setPortraitInput>;
