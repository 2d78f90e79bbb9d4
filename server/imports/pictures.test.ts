import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import { publications } from "#db/schema.ts";
import { pictures } from "#db/schema-pictures.ts";
import { addArchive, getImport, moveIn, publicCount } from "#domain/imports/runs.ts";
import { findRedirect } from "#domain/publications/find-redirect.ts";
import { test } from "#domain/testing/test.ts";
import { openStore } from "../storage.ts";
import { type RunSettings, runImport } from "./run.ts";

let server: Server;
let at = "";
const asked: string[] = [];
const folder = mkdtempSync(join(tmpdir(), "dateline-old-pictures-"));

beforeAll(async () => {
  const { default: sharp } = await import("sharp");
  const draw = (r: number) =>
    sharp({ create: { width: 64, height: 48, channels: 3, background: { r, g: 9, b: 9 } } });
  const files: Record<string, Buffer> = {
    "/wp-content/uploads/lead.jpg": await draw(200).jpeg().toBuffer(),
    "/wp-content/uploads/body.jpg": await draw(20).jpeg().toBuffer(),
    "/wp-content/uploads/evil.jpg": Buffer.from("<html><script>alert(1)</script></html>"),
  };
  server = createServer((req, res) => {
    asked.push(req.url ?? "");
    const bytes = files[req.url ?? ""];
    if (bytes) res.end(bytes);
    else res.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const uploads = () => `${at}/wp-content/uploads`;
const archive = () => `<rss><channel><title>Old</title><wp:base_blog_url>${at}</wp:base_blog_url>
<item><title>Snow</title><link>${at}/snow/</link><wp:post_id>5</wp:post_id><wp:post_type>post</wp:post_type><wp:status>publish</wp:status>
<wp:post_date_gmt>2020-02-01 08:00:00</wp:post_date_gmt><wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>7</wp:meta_value></wp:postmeta>
<content:encoded><![CDATA[<p>Snow fell.</p><figure><img src="${uploads()}/body-300x200.jpg" alt="Snow on a roof"><figcaption>A roof</figcaption></figure>
<img src="${uploads()}/evil.jpg"><img src="${uploads()}/gone.jpg"><img src="https://elsewhere.example/x.jpg"><p>It stayed.</p>]]></content:encoded></item>
<item><title>lead</title><link>${at}/snow/lead/</link><wp:post_id>7</wp:post_id><wp:post_parent>5</wp:post_parent><wp:post_type>attachment</wp:post_type><wp:status>inherit</wp:status>
<excerpt:encoded>The first &lt;b&gt;snow&lt;/b&gt;</excerpt:encoded><wp:attachment_url>${uploads()}/lead.jpg</wp:attachment_url>
<wp:postmeta><wp:meta_key>_wp_attachment_image_alt</wp:meta_key><wp:meta_value>A white street</wp:meta_value></wp:postmeta></item>
</channel></rss>`;

test("pictures come from the old site, judged by their bytes, each once, with what was said of them", {
  timeout: 60_000,
}, async ({ scene }) => {
  writeFileSync(join(folder, "archive"), archive());
  const settings: RunSettings = {
    databaseUrl: scene.url,
    pathOf: (key) => join(folder, key),
    store: () => openStore({ dataDir: folder, bucket: null }),
    picture: { maxPixels: 1_000_000, maxBytes: 1_000_000 },
    fileSize: async (path) => statSync(path).size,
    clock: () => new Date(),
    loopbackToo: true,
  };
  const ctx = scene.as(scene.newsroom.hana, new Date());
  const names = { source: "wordpress", fileName: "old.xml", fileKey: "archive" } as const;
  const { importId: rehearsalId } = await addArchive(ctx, { ...names, beside: null });
  await runImport(settings, rehearsalId);
  expect(asked).toEqual([]);
  const { report, standing } = await getImport(ctx, { importId: rehearsalId });
  if (!report) throw new Error("no report");
  const typedCount = String(publicCount(report));
  const { importId } = await moveIn(ctx, { rehearsalId, choices: standing.choices, typedCount });
  const done = await runImport(settings, importId);
  expect(done?.trouble).toBe("");
  const named = done?.losses.map(({ kind }) => kind) ?? [];
  expect(named).toEqual(expect.arrayContaining(["picture-refused", "picture-missing", "picture-elsewhere"]));
  expect(await scene.db.select().from(pictures)).toHaveLength(2);
  const [publication] = await scene.db.select().from(publications);
  expect(publication?.fields.lead).toMatchObject({
    alt: "A white street",
    caption: "The first snow",
    crop: "full",
  });
  const inBody = publication?.document.doc.content?.map(({ type }) => type);
  expect(inBody).toEqual(["paragraph", "picture", "paragraph"]);
  expect(publication?.document.doc.content?.[1]?.attrs).toMatchObject({ alt: "Snow on a roof" });
  expect((await findRedirect(scene.db, "/snow/lead/"))?.location).toMatch(/^\/en\/news\/\d+-snow$/);
  expect((await findRedirect(scene.db, "/?attachment_id=7"))?.location).toMatch(/-snow$/);
  expect(asked.filter((path) => path.endsWith("body.jpg"))).toHaveLength(1);
});
