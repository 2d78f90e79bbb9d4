/** https://www.w3.org/TR/appmanifest/: what a phone needs to put the newspaper on its home screen. */
import { accentOf } from "../brand/accent.ts";
import { PAPERS } from "../brand/contrast.ts";
import { ICON_SIZES } from "../brand/icon.ts";
import { type Edition, labelIn } from "../publications/reader-records.ts";
import { frontPath } from "../site.ts";
import { LANGUAGES } from "../vocabulary.ts";

export const MANIFEST_TYPE = "application/manifest+json";

/** Where an icon of this size stands. */
export function iconPath(size: number): string {
  return `/icon-${size}.png`;
}

export function manifest({ settings }: Edition): string {
  const { defaultLanguage: language, name, description, brand } = settings;
  const title = labelIn(name, language, language);
  return JSON.stringify({
    id: "/",
    name: title,
    short_name: title,
    ...(description[language] && { description: description[language] }),
    lang: language,
    dir: LANGUAGES[language].direction,
    start_url: frontPath(language),
    scope: "/",
    display: "minimal-ui",
    background_color: PAPERS.light[0],
    theme_color: accentOf(brand).light,
    icons: [ICON_SIZES.small, ICON_SIZES.large].flatMap((size) =>
      ["any", "maskable"].map((purpose) => ({
        src: iconPath(size),
        sizes: `${size}x${size}`,
        type: "image/png",
        purpose,
      })),
    ),
  });
}
