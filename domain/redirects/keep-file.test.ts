import { describe, expect } from "vitest";
import { redirects } from "#db/schema-circulation.ts";
import { findRedirect } from "../publications/find-redirect.ts";
import { test } from "../testing/test.ts";
import { keepFile } from "./keep-file.ts";
import { exportRedirects, listRedirects } from "./list.ts";
import { removeRedirects } from "./remove.ts";

const origin = "https://news.example.org";
const file = (text: string) => ({ text, fileName: "old.csv", origin });

describe("a file of old addresses", () => {
  test("is taken in line by line; what is wrong is named with its line", async ({ scene }) => {
    const { as, newsroom, db } = scene;
    const text = [
      "from,to",
      "https://old.example/about-us/,/en/about",
      "/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1,https://news.example.org/ar/news",
      "/old,",
      "/desk/x,/en",
      "/en,/ar",
      "/a.aspx?id=4,/en/news",
      "/away,https://elsewhere.example/",
      "/about-us,/en/news",
      "/round,/round/",
      "/one,/two",
      "/two,/one",
      "/first,/second",
      '"/second","/en/news"',
      "/?p=12,/en/world",
      "/staff,/admin/outlet",
    ].join("\r\n");
    const { kept, bad } = await keepFile(as(newsroom.hana), file(text));
    expect(kept).toBe(5);
    expect(bad.map(({ line }) => line)).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12, 16]);
    const led = async (path: string) => (await findRedirect(db, path))?.location;
    expect(await led("/about-us")).toBe("/en/about");
    expect(await led("/%d8%a3%d8%ae%d8%a8%d8%a7%d8%b1/")).toBe("/ar/news");
    expect(await led("/first")).toBe("/en/news");
    expect(await led("/?p=12")).toBe("/en/world");
    expect(await led("/one")).toBeUndefined();
  });

  test("doesn't take an address from a topic that was renamed", async ({ scene }) => {
    const { as, newsroom, db } = scene;
    await db
      .insert(redirects)
      .values({ fromPath: "/en/topic/watter", toPath: "/en/topic/water", source: "rename" });
    const { kept, bad } = await keepFile(as(newsroom.hana), file("/en/topic/watter,/en/news"));
    expect([kept, bad.length]).toEqual([0, 1]);
  });

  test("can be looked through, taken out again and removed from, by admins alone", async ({ scene }) => {
    const { as, newsroom, db } = scene;
    const hana = as(newsroom.hana);
    await keepFile(hana, file("/بەفر,/ckb/هەواڵ\n/=cmd,/en/news"));
    const { rows, total } = await listRedirects(hana, { search: "%D8%A8%DB%95%D9%81", page: 1, limit: 10 });
    expect(total).toBe(1);
    const [found] = rows;
    if (!found) throw new Error("nothing found");
    const parts: string[] = [];
    for await (const part of exportRedirects(hana)) parts.push(part);
    expect(parts.join("")).toContain("/بەفر,/ckb/هەواڵ\n");
    await removeRedirects(hana, { redirectIds: [found.redirectId] });
    expect(await findRedirect(db, "/بەفر")).toBeNull();
    await expect(keepFile(as(newsroom.dilan), file("/a,/b"))).rejects.toMatchObject({ kind: "forbidden" });
    await expect(listRedirects(as(newsroom.dilan), { page: 1, limit: 1 })).rejects.toMatchObject({
      kind: "forbidden",
    });
  });
});
