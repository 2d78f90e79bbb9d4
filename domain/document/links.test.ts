/**
 * Hostile addresses at every door that a link can come through here: typing, pasted markup, a
 * body's JSON, and (should one ever be stored) the printed page.
 */
import { Window } from "happy-dom";
import { expect, test } from "vitest";
import { doc, link, p } from "../testing/doc.ts";
import { hrefFrom, hrefInMarkup, isSafeHref } from "./links.ts";
import { renderHtml } from "./render-html.ts";
import { parseDocument } from "./validate.ts";

const SCRIPT = "alert(1)";
const HOSTILE = [
  ...[
    "javascript",
    "JavaScript",
    "JAVASCRIPT",
    "jAvAsCrIpT",
    "vbscript",
    "livescript",
    "mocha",
    "data",
    "blob",
  ],
  ...[
    "filesystem",
    "file",
    "ftp",
    "ftps",
    "sftp",
    "ws",
    "wss",
    "cid",
    "xmpp",
    "sms",
    "callto",
    "facetime",
    "skype",
  ],
  ...[
    "intent",
    "market",
    "android-app",
    "ms-word",
    "ms-settings",
    "vscode",
    "slack",
    "steam",
    "magnet",
    "ipfs",
  ],
  ...[
    "about",
    "chrome",
    "chrome-extension",
    "view-source",
    "feed",
    "jar",
    "resource",
    "res",
    "mhtml",
    "x-javascript",
  ],
]
  .map((scheme) => `${scheme}:${SCRIPT}`)
  .concat(
    ...[
      "\t",
      "\n",
      "\r",
      "\u0000",
      "\u0001",
      "\u001f",
      " ",
      "\u00a0",
      "\u00ad",
      "\u200b",
      "\u2028",
      "\u3000",
      "\ufeff",
    ].flatMap((hidden) => [
      `${hidden}javascript:${SCRIPT}`,
      `java${hidden}script:${SCRIPT}`,
      `javascript${hidden}:${SCRIPT}`,
    ]),
    [
      "&#106;avascript:alert(1)",
      "&#x6A;avascript:alert(1)",
      "javascript&colon;alert(1)",
      "java&Tab;script:alert(1)",
    ],
    [
      "javascript&#58;alert(1)",
      "javascript%3Aalert(1)",
      "%6A%61vascript:alert(1)",
      "\\u006aavascript:alert(1)",
    ],
    [
      "javascript://esta.krd/%0Aalert(1)",
      "javascript:/*https://*/alert(1)",
      "data:text/html,<script>alert(1)</script>",
    ],
    [
      "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
      "data:image/svg+xml,<svg onload=alert(1)>",
    ],
    [
      "blob:https://esta.krd/5b1f",
      "feed:javascript:alert(1)",
      "view-source:javascript:alert(1)",
      "jar:javascript:alert(1)!/",
    ],
    ["ｊavascript:alert(1)", "jаvascript:alert(1)", "\u202ejavascript:alert(1)", "java\u00adscript:alert(1)"],
    [
      "//evil.example",
      "\\\\evil.example",
      "/\\evil.example",
      "/en/world/12",
      "#top",
      "?q=1",
      "",
      " ",
      ":",
      "://",
      "http:",
      "http://",
    ],
    [
      "https:evil.example",
      "https:/evil.example",
      "https:\\\\evil.example",
      "https://\\evil.example",
      "https:///evil.example",
    ],
    [
      "https://bank.example@evil.example",
      "https://bank.example:x@evil.example",
      "https://bank.example%40evil.example@x",
    ],
    [
      'https://a.example/"onmouseover="alert(1)',
      "https://a.example/<script>",
      "https://a.example/\u202egpj.exe",
      "https://a.example/`x`",
    ],
    [
      "https://a.example/\njavascript:alert(1)",
      "https://exa mple.com",
      "https://[::1",
      "https://a.example:99999/",
    ],
    [
      "mailto:",
      "mailto:x",
      "mailto:a@b.example\nbcc:c@d.example",
      "mailto:a@b.example,<script>@x.example",
      "tel:",
      "tel:alert(1)",
      "tel:1;phone-context=<x>",
    ],
    [`https://a.example/${"x".repeat(2048)}`],
  );

const leadsSomewhereGood = (href: string) =>
  /^(?:https?:\/\/[^/@\\]+|mailto:[^\s<>"]+@|tel:\+?[0-9])/.test(href);

test("the list of hostile addresses is long enough to mean something", () => {
  expect(new Set(HOSTILE).size).toBeGreaterThan(120);
});

test.each(HOSTILE)("%j is refused when it is saved", (href) => {
  expect(isSafeHref(href)).toBe(false);
  expect(() => parseDocument(doc(p(link(href, "x"))))).toThrow(/link leads where readers can't go/);
});

test.each(HOSTILE)("%j, typed or pasted, becomes nothing or an honest link", (href) => {
  for (const made of [hrefFrom(href), hrefInMarkup(href)]) {
    if (made === null) continue;
    expect(isSafeHref(made)).toBe(true);
    expect(made).toSatisfy(leadsSomewhereGood);
  }
});

test.each(HOSTILE)("%j, had it been stored, is printed as plain words", (href) => {
  const page = new Window().document;
  page.body.innerHTML = renderHtml(doc(p("a ", link(href, "words"), " b")), { language: "en" });
  expect(page.body.innerHTML).toBe("<p>a words b</p>");
});

test.each([
  ["https://esta.krd/en/", "https://esta.krd/en/"],
  ["HTTP://EXAMPLE.COM/a(b)?c=d|e#f", "HTTP://EXAMPLE.COM/a(b)?c=d|e#f"],
  ["example.com/a b", "https://example.com/a%20b"],
  ["www.example.com", "https://www.example.com"],
  ["example.com:8080/x", "https://example.com:8080/x"],
  ["https://ckb.wikipedia.org/wiki/هەولێر", "https://ckb.wikipedia.org/wiki/هەولێر"],
  ["desk@esta.krd", "mailto:desk@esta.krd"],
  ["mailto:desk@esta.krd?subject=Story", "mailto:desk@esta.krd?subject=Story"],
  ["tel:+964-770-123-4567", "tel:+964-770-123-4567"],
  ["  \u200ehttps://a.example\u200e ", "https://a.example"],
])("%j, typed by a reporter, is linked to %j", (typed, href) => {
  expect(hrefFrom(typed)).toBe(href);
  expect(isSafeHref(href)).toBe(true);
});
