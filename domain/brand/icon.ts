import type { FaceChoice, OutletSettings } from "#db/shapes.ts";
import { type Edition, labelIn } from "../publications/reader-records.ts";
import type { Language } from "../vocabulary.ts";
import { accentOf } from "./accent.ts";
import { filesOf } from "./logo.ts";

/** What tabs and home screens show of the outlet: a square picture, or letters on its accent. */
export type Icon =
  | { kind: "picture"; pictureId: string; fileName: string }
  | {
      kind: "letters";
      letters: string;
      /** In whose typeface they are drawn. */
      language: Language;
      faces: FaceChoice | null;
      ground: string;
      ink: string;
    };

/** The paper of light pages: an accent that can be read on it is one on which it can be read. */
const INK = "#fdfbf7";
export const ICON_SIZES = { touch: 180, small: 192, large: 512 } as const;

const LARGE_ENOUGH = 512;

export function iconOf({ settings, imprint }: Edition): Icon {
  const pictureId = settings.brand?.pictures?.icon;
  const printable = pictureId ? imprint.pictures[pictureId] : undefined;
  if (pictureId && printable) {
    const square = filesOf(printable, "square", "webp");
    const files = square.length > 0 ? square : filesOf(printable, "full", "webp");
    const file = files.find(({ width }) => width >= LARGE_ENOUGH) ?? files.at(-1);
    if (file) return { kind: "picture", pictureId, fileName: file.name };
  }
  const letters = initialsOf(settings);
  const language = /\p{Script=Arabic}/u.test(letters) ? "ckb" : "en";
  const { faces = null } = settings.brand ?? {};
  return { kind: "letters", letters, language, faces, ground: accentOf(settings.brand).light, ink: INK };
}

/** What the outlet chose, else the first letter of its name. */
export function initialsOf({ brand, name, defaultLanguage }: OutletSettings): string {
  const chosen = brand?.initials?.trim();
  if (chosen) return chosen;
  const [letter = "·"] = labelIn(name, defaultLanguage, defaultLanguage);
  return letter;
}
