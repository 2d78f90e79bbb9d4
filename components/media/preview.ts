/** Where staff look at a picture's pixels. An edition has an address of its own, so that an old look isn't kept. */
import { thumbHashToDataURL } from "thumbhash";
import type { CropName } from "#domain/vocabulary.ts";

export type Previewed = { id: string; edition: number };

/** One of these widths, whatever is asked for: a few files serve every screen. */
const WIDTHS = [160, 320, 640, 1280, 1920] as const;

export function previewSrc({ id, edition }: Previewed, crop: CropName, width: number): string {
  const nearest = WIDTHS.find((each) => each >= width) ?? 1920;
  return `/api/pictures/${id}/${crop}/${nearest}?edition=${edition}`;
}

/** The blurred stand-in of a picture that is still on its way; null when there is none. */
export function placeholderSrc(thumbhash: string | null): string | null {
  if (!thumbhash) return null;
  return thumbHashToDataURL(Uint8Array.from(atob(thumbhash), (letter) => letter.charCodeAt(0)));
}

/** The upright picture before anything was done to it: what the pixels' screen draws on. */
export function barePreviewSrc({ id }: Pick<Previewed, "id">): string {
  return `/api/pictures/${id}/bare`;
}
