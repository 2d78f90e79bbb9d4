import { logoOf } from "#domain/brand/logo.ts";
import { outletName, type Sheet } from "./sheet.ts";

/** The outlet's name as its head shows it: its logo, in two inks where it has two, else in type. */
export function NamePlate({ sheet }: { sheet: Sheet }) {
  const logo = logoOf(sheet.edition);
  if (logo === null) return outletName(sheet);
  const addressOf = (name: string) => `${sheet.mediaUrl}/media/${name}`;
  const { light, dark } = logo;
  return (
    <picture>
      {dark && <source media="(prefers-color-scheme: dark)" srcSet={addressOf(dark.name)} />}
      <img
        className="logo"
        src={addressOf(light.name)}
        alt={outletName(sheet)}
        width={light.width}
        height={light.height}
      />
    </picture>
  );
}
