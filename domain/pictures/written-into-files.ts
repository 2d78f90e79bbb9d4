import type { PictureRow } from "./open.ts";

/** Fields that every public file of the picture carries within it: who made it and whose it is. */
const WRITTEN = [
  "author",
  "source",
  "credit",
  "rights",
  "rightsNote",
  "description",
] as const satisfies (keyof PictureRow)[];

/** Whether files that were made before would now say something else than the desk does. */
export function changesFiles(before: PictureRow, fields: Partial<PictureRow>): boolean {
  return WRITTEN.some((name) => fields[name] !== undefined && fields[name] !== before[name]);
}
