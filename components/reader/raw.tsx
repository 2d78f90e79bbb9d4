/** The only place where reader pages carry markup that React didn't make. Each part says why it is safe. */

import { dataBlockText } from "#domain/feeds/script-text.ts";

/** Our own stylesheet, from the build; the page's policy names its hash. */
export function InlineStyle({ css }: { css: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made by scripts/build-reader.ts
  return <style dangerouslySetInnerHTML={{ __html: css }} />;
}

/** Data for machines. "<" is written as an escape, so no headline can close the element. */
export function DataBlock({ value }: { value: object }) {
  const json = dataBlockText(value);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON with every "<" escaped
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}

/** A body as domain/document/render-html.ts printed it: the one renderer, which escapes everything. */
export function StoryBody({ html }: { html: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: printed by domain/document/render-html.ts
  return <div className="body" dangerouslySetInnerHTML={{ __html: html }} />;
}

/** A picture as domain/document/figure.ts hangs it: it escapes every text, and its addresses are ours. */
export function HungPicture({ html }: { html: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: printed by domain/document/figure.ts
  return <span className="shot" dangerouslySetInnerHTML={{ __html: html }} />;
}
