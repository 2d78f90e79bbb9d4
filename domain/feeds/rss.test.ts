import { expect, test } from "vitest";
import { alternatesOf } from "./alternates.ts";
import { robots } from "./robots.ts";
import { cdata, element, xmlText } from "./xml.ts";

test("no headline can leave its element", () => {
  expect(element("title", "</title><x a='1'>&\u0000\u000b")).toBe(
    "<title>&lt;/title&gt;&lt;x a=&apos;1&apos;&gt;&amp;</title>",
  );
});

test("an element without a text is left out", () => {
  expect(element("description", "")).toBe("");
});

test("a body that holds the end sign of CDATA stays inside", () => {
  expect(cdata("<p>a]]>b</p>")).toBe("<![CDATA[<p>a]]]]><![CDATA[>b</p>]]>");
});

test("letters of every script pass as they are", () => {
  expect(xmlText("ئەم هەواڵە 🙂")).toBe("ئەم هەواڵە 🙂");
});

test("Sorani is announced under both of its names, and the default language to everybody else", () => {
  const family = [{ language: "ckb" }, { language: "en" }] as const;
  expect(
    alternatesOf(family, "en").map(({ hreflang, address }) => `${hreflang} ${address.language}`),
  ).toEqual(["en en", "ckb ckb", "ku-IQ ckb", "x-default en"]);
});

test("a story in one language announces no others", () => {
  expect(alternatesOf([{ language: "ar" }], "en")).toEqual([]);
});

test("crawlers are kept from the newsroom's doors and told of the sitemap", () => {
  const text = robots("https://news.example.org", ["en", "ckb"]);
  expect(text).toContain("Disallow: /desk\n");
  expect(text).not.toContain("_next");
  expect(text).toContain("Sitemap: https://news.example.org/sitemap.xml\n");
  expect(text).toContain("Sitemap: https://news.example.org/ckb/news-sitemap.xml");
});
