import { ICON_SIZES, iconOf } from "#domain/brand/icon.ts";
import { iconPath } from "#domain/feeds/manifest.ts";
import type { Sheet } from "./sheet.ts";

/** Where tabs and home screens find the outlet's icon. */
export function Icons({ sheet }: { sheet: Sheet }) {
  return (
    <>
      {iconOf(sheet.edition).kind === "letters" ? (
        <link rel="icon" href="/favicon.ico" type="image/svg+xml" />
      ) : (
        <link rel="icon" href={iconPath(ICON_SIZES.small)} type="image/png" />
      )}
      <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
      <link rel="manifest" href="/manifest.webmanifest" />
    </>
  );
}
