import { isSafeHref } from "../../document/links.ts";

/**
 * Where a link of an old page leads: absolute, as its reader was led. An address of the old site
 * stays as it is: when the outlet's name moves here, its redirect leads home. Null: nowhere.
 */
export function hrefOn(written: string | undefined, site: string | null): string | null {
  const address = written?.trim().replaceAll(" ", "%20") ?? "";
  if (address === "" || address.startsWith("#")) return null;
  if (/^(?:https?|mailto|tel):/i.test(address)) return isSafeHref(address) ? address : null;
  if (site === null || /^[a-z][a-z0-9+.-]*:/i.test(address) || !URL.canParse(address, site)) return null;
  const { href } = new URL(address, site);
  return isSafeHref(href) ? href : null;
}
