/**
 * A reader's page in settings that nobody has saved: printed as readers' pages are, for the one
 * admin who asks, and kept nowhere. It travels in the answer of a server action, so no address
 * shows it.
 */
import type { ReactElement } from "react";
import { FrontPage } from "#components/reader/front-page.tsx";
import { sheetOf } from "#components/reader/prints.tsx";
import { StoryPage } from "#components/reader/story-page.tsx";
import { findDraftImprint } from "#domain/brand/draft.ts";
import type { PreviewInput } from "#domain/brand/preview-input.ts";
import type { Ctx } from "#domain/context.ts";
import { arrangeFront } from "#domain/fronts/arrange.ts";
import { listLanguageFront } from "#domain/fronts/list-front.ts";
import { findStoryPage } from "#domain/publications/find-story-page.ts";
import { opened } from "#domain/publications/opened.ts";
import type { Imprint } from "#domain/publications/reader-records.ts";
import { dressOf } from "#server/dress.ts";
import { settings as serverSettings } from "#server/env.ts";
import { readerDatabase } from "#server/pools.ts";
import { htmlOf } from "#server/print.ts";

export async function printPreview(ctx: Ctx, input: PreviewInput): Promise<{ html: string }> {
  const imprint = await findDraftImprint(ctx, input.settings);
  const { baseUrl, mediaUrl } = serverSettings();
  const press = { origin: baseUrl, mediaUrl: mediaUrl ?? "", now: ctx.now, dress: dressOf };
  const html = await htmlOf(await element(input, imprint, press));
  return { html: withStaffPictures(inMode(html, input.mode), imprint, press.mediaUrl) };
}

type Press = Parameters<typeof sheetOf>[0];

async function element(
  { settings, language, page }: PreviewInput,
  imprint: Imprint,
  press: Press,
): Promise<ReactElement> {
  const db = readerDatabase();
  const answer = opened(await listLanguageFront(db, language));
  const edition = { ...answer.edition, settings, imprint };
  const [first] = page === "story" ? [...answer.marked, ...answer.newest] : [];
  const found = first ? opened(await findStoryPage(db, first.number)).story : null;
  const sheet = sheetOf(press, edition, language);
  if (found) return <StoryPage sheet={sheet} story={found} />;
  return <FrontPage {...{ sheet, ...answer, edition }} front={arrangeFront(answer)} section={null} />;
}

/** The page in one mode whatever the admin's machine is set to; and no link in it leads away. */
function inMode(html: string, mode: PreviewInput["mode"]): string {
  return html
    .replaceAll(/\(prefers-color-scheme:\s*dark\)/g, mode === "dark" ? "all" : "not all")
    .replace(/color-scheme:\s*light dark/, `color-scheme:${mode}`)
    .replace("<head>", '<head><base target="_blank">');
}

/** A logo that is only being tried on has no public address yet. */
function withStaffPictures(html: string, { pictures }: Imprint, mediaUrl: string): string {
  let shown = html;
  for (const [id, printable] of Object.entries(pictures)) {
    for (const { name, crop, width } of printable?.files ?? []) {
      shown = shown.replaceAll(`${mediaUrl}/media/${name}`, `/api/pictures/${id}/${crop}/${width}`);
    }
  }
  return shown;
}
