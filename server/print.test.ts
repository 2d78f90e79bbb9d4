import { createElement } from "react";
import { expect, test } from "vitest";
import { answerWith, type Stylesheet } from "./print.ts";

const styleOf = (): Stylesheet => ({ css: "p{}", hash: "sha256-abc", preload: [] });

test("a printed page says what it was made from, when it goes stale, and that nothing may run", async () => {
  const element = createElement("p", null, "<ok>");
  const staleAt = new Date("2026-01-12T21:00:00Z");
  const answer = await answerWith(
    { status: 200, keys: ["outlet", "story:12"], language: "ckb", staleAt, element },
    styleOf,
  );
  expect(await answer.text()).toBe("<!doctype html><p>&lt;ok&gt;</p>");
  expect(answer.headers.get("x-dateline-keys")).toBe("outlet story:12");
  expect(answer.headers.get("x-dateline-stale-at")).toBe("2026-01-12T21:00:00.000Z");
  expect(answer.headers.get("content-language")).toBe("ckb");
  expect(answer.headers.get("cache-control")).toBe("public, max-age=0, must-revalidate");
  expect(answer.headers.get("content-security-policy")).toContain(
    "default-src 'none'; style-src 'sha256-abc'",
  );
  expect(answer.headers.get("content-security-policy")).not.toContain("script-src");
});

test("only a page that has an island may run scripts, and only files of this origin", async () => {
  const element = createElement("p");
  const answer = await answerWith(
    { status: 200, keys: ["story:12"], language: "en", element, runs: "islands" },
    styleOf,
  );
  const policy = answer.headers.get("content-security-policy");
  expect(policy).toContain("script-src 'self';");
  expect(policy).not.toMatch(/unsafe|https?:/);
});

test("a way to another address carries keys too: it changes when a slug does", async () => {
  const answer = await answerWith(
    { status: 301, keys: ["outlet", "story:12"], location: "/en/news/12-new" },
    styleOf,
  );
  expect([answer.status, answer.headers.get("location")]).toEqual([301, "/en/news/12-new"]);
  expect(answer.headers.get("x-dateline-keys")).toBe("outlet story:12");
});

test("a feed is not a page: nothing in it can act in the site's name", async () => {
  const answer = await answerWith(
    { status: 200, keys: ["outlet"], body: "<rss/>", contentType: "application/rss+xml" },
    styleOf,
  );
  expect(answer.headers.get("content-security-policy")).toContain("sandbox");
  expect(answer.headers.get("content-language")).toBeNull();
});
