import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import type { ArchiveStory } from "#domain/imports/archive.ts";
import { sourceOfFile } from "./archive-file.ts";
import { openBeside } from "./beside.ts";
import { readRows } from "./json-rows.ts";
import { readWxr } from "./read-wxr.ts";
import { openZip } from "./zip.ts";

const folder = mkdtempSync(join(tmpdir(), "dateline-reading-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
function file(content: string | Buffer): string {
  files += 1;
  const path = join(folder, `file-${files}`);
  writeFileSync(path, content);
  return path;
}

async function storiesIn(xml: string): Promise<ArchiveStory[]> {
  const stories: ArchiveStory[] = [];
  const options = { path: file(xml), timeZone: "Asia/Baghdad", asOf: new Date("2026-01-01T00:00:00Z") };
  for await (const { entry } of readWxr(options)) if (entry.as === "story") stories.push(entry.story);
  return stories;
}
const rss = (items: string, before = "") => `${before}<rss><channel>${items}</channel></rss>`;
const item = (more: string) =>
  `<item><title>T</title><wp:post_id>1</wp:post_id><wp:post_type>post</wp:post_type><wp:status>publish</wp:status>${more}</item>`;

describe("a WordPress export", () => {
  test("expands no entity of its own: neither ours nor a billion", async () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>`;
    const [story] = await storiesIn(
      rss(item("<content:encoded>A &b; &f; &amp; &lt;</content:encoded>"), bomb),
    );
    expect(story?.markup).not.toMatch(/haha|root:/);
    expect(story?.markup).toContain("& <");
  });

  test("is read on where it isn't well-formed, and where a text is split in two", async () => {
    const split = "<content:encoded><![CDATA[a ]]]]><![CDATA[> b]]></content:encoded>";
    const stories = await storiesIn(
      rss(`${item(split)}${item("<b>\u0008</i><content:encoded>c</content:encoded>")}`),
    );
    expect(stories[0]?.markup).toBe("a ]]> b");
    expect(stories).toHaveLength(2);
  });

  test("tells what was public from what wasn't, by its own clock", async () => {
    const states = await storiesIn(
      rss(
        [
          item("<wp:post_date_gmt>2019-05-01 10:00:00</wp:post_date_gmt>"),
          item(
            "<wp:post_date_gmt>2019-05-01 10:00:00</wp:post_date_gmt><wp:post_password>x</wp:post_password>",
          ),
          item("<wp:post_date_gmt>2031-05-01 10:00:00</wp:post_date_gmt>"),
          item(
            "<wp:post_date>2019-05-01 10:00:00</wp:post_date><wp:post_date_gmt>0000-00-00 00:00:00</wp:post_date_gmt>",
          ),
          item("").replace("publish", "private"),
          item("").replace("publish", "something-new"),
          item("").replace("publish", "trash"),
        ].join(""),
      ),
    );
    expect(states.map(({ standing }) => standing)).toEqual([
      "public",
      "draft",
      "draft",
      "public",
      "draft",
      "draft",
      "left-out",
    ]);
    expect(states[3]?.publishedAt?.toISOString()).toBe("2019-05-01T07:00:00.000Z");
  });

  test("that is cut off, or none at all, says so", async () => {
    await expect(storiesIn("<rss><channel><item><title>x")).rejects.toThrow("ends in the middle");
    await expect(storiesIn("<html><p>Hello</p></html>")).rejects.toThrow("isn't a WordPress export");
    await expect(sourceOfFile(file("%PDF-1.4"))).rejects.toThrow("neither");
    expect(await sourceOfFile(file('\ufeff {"db":[]}'))).toBe("ghost");
  });
});

test("rows of a large JSON file are cut out whole, whatever their texts hold", async () => {
  const rows = [
    { id: 1, html: 'a "}]," \\ {[' },
    { id: 2, nested: { posts: [{ id: 9 }] } },
    { id: 3, html: "x".repeat(300_000) },
  ];
  const path = file(
    JSON.stringify({ db: [{ data: { other: [{ id: 7 }], posts: rows, tags: [{ id: 8 }] } }] }),
  );
  const found: unknown[] = [];
  for await (const { table, row } of readRows(path, new Set(["posts", "tags"]))) found.push([table, row.id]);
  expect(found).toEqual([
    ["posts", 1],
    ["posts", 2],
    ["posts", 3],
    ["tags", 8],
  ]);
  const cut = async () => {
    for await (const _ of readRows(file('{"db":[{"data":{"posts":[{"id":1}'), new Set(["posts"])));
  };
  await expect(cut()).rejects.toThrow("ends in the middle");
});

/** A zip by hand: one file, packed, under a name. */
function zipOf(name: string, content: Buffer, claimed = content.length): Buffer {
  const packed = deflateRawSync(content);
  const nameBytes = Buffer.from(name);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt16LE(nameBytes.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(claimed, 24);
  entry.writeUInt16LE(nameBytes.length, 28);
  const before = Buffer.concat([local, nameBytes, packed]);
  const list = Buffer.concat([entry, nameBytes]);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(before.length, 16);
  return Buffer.concat([before, list, end]);
}

describe("a zip of pictures", () => {
  test("gives the file that stood at an old address, and no more of it than is allowed", async () => {
    const place = file(zipOf("wp-content/uploads/2019/05/بەفر.jpg", Buffer.alloc(5_000, "a"), 10));
    const beside = await openBeside({ kind: "zip", place });
    const name = beside.find(
      `https://old.example/wp-content/uploads/2019/05/${encodeURIComponent("بەفر")}.jpg`,
    );
    const out = join(folder, "out");
    expect(name).not.toBeNull();
    expect(await beside.copy(name ?? "", out, 10_000)).toBe(true);
    expect(readFileSync(out)).toHaveLength(5_000);
    expect(await beside.copy(name ?? "", out, 1_000)).toBe(false);
    expect(beside.find("https://old.example/wp-content/uploads/2019/06/x.jpg")).toBeNull();
    await beside.close();
  });

  test("that is none, or cut off, is refused with a sentence", async () => {
    await expect(openZip(file("not a zip"))).rejects.toThrow("isn't a zip");
    const whole = zipOf("a.jpg", Buffer.alloc(100));
    await expect(openZip(file(whole.subarray(60)))).rejects.toThrow("damaged");
  });
});

test("a folder's links lead nowhere", async () => {
  const root = join(folder, "uploads");
  mkdirSync(join(root, "2019"), { recursive: true });
  writeFileSync(join(root, "2019", "a.jpg"), "a");
  execFileSync("ln", ["-s", "/etc/passwd", join(root, "2019", "b.jpg")]);
  const beside = await openBeside({ kind: "folder", place: root });
  expect(beside.find("https://old.example/wp-content/uploads/2019/a.jpg")).toBe("2019/a.jpg");
  expect(beside.find("https://old.example/wp-content/uploads/2019/b.jpg")).toBeNull();
});
