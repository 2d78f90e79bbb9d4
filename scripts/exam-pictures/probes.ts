/** Tries to fetch pictures that aren't published, at every address that somebody could think of. */
import { setTimeout as pause } from "node:timers/promises";
import type { PictureUse, RenditionFile } from "#db/shapes.ts";
import type { Ctx } from "#domain/context.ts";
import { publishStory } from "#domain/stories/publish.ts";
import { withdrawStory } from "#domain/stories/withdraw.ts";
import { aStory } from "#domain/testing/a-story.ts";

export type Probed = { tried: number; got: string[]; liveMissing: string[]; goneAfterMs: number };
type Files = readonly Pick<RenditionFile, "name">[];
const LIMIT_MS = 60_000;

/** A draft with the picture, the same story live, the same story taken back. */
export async function probe(
  ctx: Ctx,
  url: string,
  { pictureId, files }: { pictureId: string; files: Files },
): Promise<Probed> {
  const lead: PictureUse = { pictureId, caption: "", credit: "", alt: "", decorative: true, crop: "wide" };
  const story = await aStory({ as: (actor) => ({ ...ctx, actor }) }, { by: ctx.actor, fields: { lead } });
  const addresses = addressesOf(pictureId, files);
  const got = await gotten(url, addresses, "as a draft");
  await publishStory(ctx, { ...story, seenPublicationId: null });
  const liveMissing: string[] = [];
  for (const { name } of files) {
    const isThere = await within(async () => (await fetch(`${url}/media/${name}`)).status === 200);
    if (isThere === null) liveMissing.push(name);
  }
  await withdrawStory(ctx, { storyId: story.storyId, note: "" });
  const first = files[0]?.name ?? "";
  const goneAfterMs = await within(async () => (await fetch(`${url}/media/${first}`)).status === 404);
  got.push(...(await gotten(url, addresses, "after the withdrawal")));
  return {
    tried: addresses.length * 2,
    got,
    liveMissing,
    goneAfterMs: goneAfterMs ?? Number.POSITIVE_INFINITY,
  };
}

type Address = { path: string; init?: RequestInit };

function addressesOf(pictureId: string, files: Files): Address[] {
  return [
    ...files.flatMap(({ name }): Address[] => [
      { path: `/media/${name}` },
      { path: `/media/${name}`, init: { method: "HEAD" } },
      { path: `/media/${name}`, init: { headers: { range: "bytes=0-99" } } },
      { path: `/media/${name}?v=1` },
      { path: `/media/${name.toUpperCase()}` },
      { path: `/media/${name}/` },
      { path: `/media/${name}%00.webp` },
      { path: `/media/public/${name.slice(0, 2)}/${name}` },
      { path: `/media/..%2fpublic%2f${name.slice(0, 2)}%2f${name}` },
      { path: `/public/${name.slice(0, 2)}/${name}` },
      { path: `/_next/image?url=${encodeURIComponent(`/media/${name}`)}&w=640&q=75` },
      { path: `/_next/static/media/${name}` },
    ]),
    ...["wide/640", "full/320", "square/160", "bare/1280", "original"].map((end) => ({
      path: `/api/pictures/${pictureId}/${end}`,
    })),
    { path: `/api/pictures/upload/${pictureId.replaceAll("-", "")}`, init: { method: "HEAD" } },
  ];
}

/** A picture's bytes, or anything that says 200 or 206, are one too many. */
async function gotten(url: string, addresses: readonly Address[], when: string): Promise<string[]> {
  const got: string[] = [];
  for (const { path, init } of addresses) {
    const answer = await fetch(`${url}${path}`, { redirect: "manual", ...init });
    const isPicture = answer.headers.get("content-type")?.startsWith("image/") ?? false;
    await answer.arrayBuffer();
    if (answer.ok || isPicture) got.push(`${init?.method ?? "GET"} ${path} ${when}: ${answer.status}`);
  }
  return got;
}

async function within(isSo: () => Promise<boolean>): Promise<number | null> {
  const begun = performance.now();
  while (performance.now() - begun < LIMIT_MS) {
    if (await isSo()) return performance.now() - begun;
    await pause(50);
  }
  return null;
}
