import { expect, it } from "vitest";
import { compressFirst, compressHardest } from "./compress.ts";
import { Edition, type Limits } from "./edition.ts";
import { pageOf } from "./page.ts";

const small: Limits = {
  ...{ memoryBytes: 50_000, diskBytes: 0, pages: 100, negatives: 10 },
  media: { memoryBytes: 20_000, diskBytes: 0, pages: 6 },
};

async function kept(edition: Edition, path: string, body: Buffer, status = 200) {
  const print = edition.begin();
  const page = pageOf({
    ...{ path, status, keys: ["picture:1"], headers: ["content-type", "image/webp"] },
    ...{ staleAt: Number.POSITIVE_INFINITY, body },
  });
  page.usedAt = performance.now();
  await compressFirst(page, body);
  edition.finish(print, page, 1);
  return page;
}

it("keeps pictures as they are, on a shelf of their own: however many are read, no page goes", async () => {
  const edition = new Edition(small, null);
  edition.startOver(1, "2026-01-12T09:00:00Z");
  const story = await kept(edition, "/en/news/12-bread", Buffer.from("bread ".repeat(2_000)));
  const picture = await kept(edition, "/media/aa.webp", Buffer.alloc(4_000, "RIFF"));
  expect(picture.variants.br).toBe(picture.variants.identity);
  expect(picture.variants.br?.head).not.toContain("content-encoding");
  expect(await compressHardest(picture)).toBeNull();
  expect(story.variants.br?.head).toContain("content-encoding");
  for (let at = 0; at < 40; at++) await kept(edition, `/media/${at}.webp`, Buffer.alloc(4_000, at));
  for (let at = 0; at < 40; at++) await kept(edition, `/media/none-${at}.webp`, Buffer.from("no"), 404);
  const paths = [...edition.pages()].map(({ path }) => path);
  expect(paths).toContain(story.path);
  expect(paths).not.toContain(picture.path);
  expect(paths.filter((path) => /^\/media\/\d/.test(path)).length).toBeLessThanOrEqual(6);
  expect(edition.count().memoryBytes).toBeLessThan(40_000);
});
