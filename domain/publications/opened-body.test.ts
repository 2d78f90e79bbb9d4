import { expect, test } from "vitest";
import { doc, p, pic } from "../testing/doc.ts";
import { openedBody } from "./opened-body.ts";
import type { FeedStory } from "./reader-records.ts";

const story = (dateline: string, bodyHtml: string, document: FeedStory["document"] = null) =>
  openedBody({ bodyHtml, document, language: "en", printed: { dateline } } as FeedStory);

test("the dateline opens the first paragraph", () => {
  expect(story("SULAIMANI", "<p>Buses run.</p><p>More.</p>")).toBe(
    '<p><span class="place">SULAIMANI</span> — Buses run.</p><p>More.</p>',
  );
});

test("a body that opens with a heading gets its dateline as a line before it", () => {
  expect(story("SULAIMANI", "<h2>Buses</h2>")).toBe(
    '<p><span class="place">SULAIMANI</span></p><h2>Buses</h2>',
  );
});

test("the dateline opens the first paragraph below pictures, and no card of an embed", () => {
  const pictures = story("", "", doc(pic("a"), pic("b")));
  expect(story("ERBIL", `${pictures}<p dir="ltr">Buses.</p>`)).toBe(
    `${pictures}<p dir="ltr"><span class="place">ERBIL</span> — Buses.</p>`,
  );
  expect(story("ERBIL", '<p class="embed"><a>x</a></p>')).toBe(
    '<p><span class="place">ERBIL</span></p><p class="embed"><a>x</a></p>',
  );
});

test("a place with markup in its name is printed as text", () => {
  expect(story("<b>A</b> & B", "<p>x</p>")).toContain("&lt;b&gt;A&lt;/b&gt; &amp; B");
});

test("a body of another renderer is printed again from its document", () => {
  expect(story("", "<p onclick=x>Old.</p>", doc(p("New.")))).toBe("<p>New.</p>");
});
