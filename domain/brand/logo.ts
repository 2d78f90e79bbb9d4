import type { OutletSettings, PrintablePicture, RenditionFile } from "#db/shapes.ts";
import type { Edition } from "../publications/reader-records.ts";

export type LogoFile = { name: string; width: number; height: number };
export type Logo = { light: LogoFile; dark: LogoFile | null };

/** As tall as a front ever shows it, on a screen of double density. */
const TALL_ENOUGH = 200;

/** The logo's files, when the outlet has one that readers may have; the dark one where it differs. */
export function logoOf({ settings, imprint }: Edition): Logo | null {
  const { logo, logoDark } = settings.brand?.pictures ?? {};
  const light = fileOf(logo, imprint.pictures);
  if (light === null) return null;
  return { light, dark: fileOf(logoDark, imprint.pictures) };
}

/** Only a WebP keeps what is see-through in a logo. */
function fileOf(
  pictureId: string | null | undefined,
  pictures: Edition["imprint"]["pictures"],
): LogoFile | null {
  const printable = pictureId ? pictures[pictureId] : undefined;
  if (!printable) return null;
  const whole = filesOf(printable, "full", "webp");
  const file = whole.find(({ height }) => height >= TALL_ENOUGH) ?? whole.at(-1);
  return file ? { name: file.name, width: file.width, height: file.height } : null;
}

/** A picture's files of one crop and format, the smallest first. */
export function filesOf(
  { files }: PrintablePicture,
  crop: RenditionFile["crop"],
  format: RenditionFile["format"],
): RenditionFile[] {
  return files
    .filter((file) => file.crop === crop && file.format === format)
    .toSorted((a, b) => a.width - b.width);
}

/** Ids of the pictures that the outlet's own dress hangs on, with the place that each has in it. */
export function picturesOfBrand({ brand }: OutletSettings): { pictureId: string; place: "logo" | "icon" }[] {
  const { logo = null, logoDark = null, icon = null } = brand?.pictures ?? {};
  const logos = [...new Set([logo, logoDark])].filter((id) => id !== null);
  return [
    ...logos.map((pictureId) => ({ pictureId, place: "logo" as const })),
    ...(icon === null ? [] : [{ pictureId: icon, place: "icon" as const }]),
  ];
}
