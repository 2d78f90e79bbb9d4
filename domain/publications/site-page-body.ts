import { hangPictures } from "../document/figure.ts";
import { renderHtml } from "../document/render-html.ts";
import type { SitePage } from "./find-site-page.ts";

/** A site page's body as readers get it, with its pictures; printed again when its HTML is of another renderer. */
export function sitePageBody(
  { bodyHtml, document, language, pictures }: SitePage,
  mediaBase: string,
): string {
  const html = document === null ? bodyHtml : renderHtml(document, { language });
  const hung = Object.entries(pictures).flatMap(([id, picture]) => (picture ? [[id, picture] as const] : []));
  return hangPictures(html, new Map(hung), { language, mediaBase, mode: "page" });
}
