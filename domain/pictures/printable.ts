import type { PrintablePicture, RenditionFile } from "#db/shapes.ts";
import type { CropName } from "../vocabulary.ts";

/** As wide as large cards and search engines want a picture. */
const WANTED_WIDTH = 1200;

/**
 * The one file of a picture that is given to others (feeds, search engines, shared links): JPEG,
 * which everything reads, wide enough and no wider than it must be. Of a cut that was never made:
 * of the whole picture. Null: it has no such file.
 */
export function fileForOthers({ files }: PrintablePicture, crop: CropName): RenditionFile | null {
  const jpegs = (wanted: CropName) =>
    files
      .filter((file) => file.format === "jpeg" && file.crop === wanted)
      .toSorted((a, b) => a.width - b.width);
  const own = jpegs(crop);
  const cut = own.length > 0 ? own : jpegs("full");
  return cut.find(({ width }) => width >= WANTED_WIDTH) ?? cut.at(-1) ?? null;
}
