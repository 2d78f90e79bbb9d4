import { Window } from "happy-dom";
import { expect, test } from "vitest";
import {
  br,
  divider,
  doc,
  em,
  embed,
  facts,
  h,
  li,
  link,
  ol,
  p,
  pull,
  quote,
  strong,
  struck,
  ul,
  underlined,
  withAttrs,
} from "../testing/doc.ts";
import { renderHtml } from "./render-html.ts";

const html = (...blocks: Parameters<typeof doc>) => renderHtml(doc(...blocks), { language: "en" });
const kurdish = (...blocks: Parameters<typeof doc>) => renderHtml(doc(...blocks), { language: "ckb" });

test.each([
  ["a paragraph", p("Hello"), "<p>Hello</p>"],
  ["headings", h(3, "What we know"), "<h3>What we know</h3>"],
  [
    "marks",
    p(strong("a"), em("b"), underlined("c"), struck("d")),
    "<p><strong>a</strong><em>b</em><u>c</u><s>d</s></p>",
  ],
  ["a line break", p("a", br(), "b"), "<p>a<br>b</p>"],
  [
    "lists",
    ul(li(p("a")), li(p("b"), ul(li(p("c"))))),
    "<ul><li><p>a</p></li><li><p>b</p><ul><li><p>c</p></li></ul></li></ul>",
  ],
  [
    "a list that goes on from 4",
    withAttrs(ol(li(p("d"))), { start: 4 }),
    '<ol start="4"><li><p>d</p></li></ol>',
  ],
  ["a quotation", quote(p("We were firm")), "<blockquote><p>We were firm</p></blockquote>"],
  ["a divider", divider(), "<hr>"],
  [
    "a link",
    p(link("https://esta.krd/en/?a=1&b=2", "Esta")),
    '<p><a href="https://esta.krd/en/?a=1&amp;b=2" rel="noopener">Esta</a></p>',
  ],
  ["a telephone", p(link("tel:+9647701234567", "call")), '<p><a href="tel:+9647701234567">call</a></p>'],
])("%s is printed plainly", (_what, block, expected) => {
  expect(html(block)).toBe(expected);
});

test.each([
  [
    "a pull quote",
    pull("Sara Ahmed", "We were ", em("firm")),
    '<aside class="pull"><p>We were <em>firm</em></p><footer>Sara Ahmed</footer></aside>',
  ],
  ["a pull quote without a name", pull("", "Firm"), '<aside class="pull"><p>Firm</p></aside>'],
  ["a pull quote that nobody filled in", pull("Sara Ahmed"), ""],
  [
    "a fact box",
    facts("In <figures>", p("40"), ul(li(p("a")))),
    '<aside class="facts"><h2>In &lt;figures&gt;</h2><div><p>40</p><ul><li><p>a</p></li></ul></div></aside>',
  ],
  [
    "an embedded video",
    embed("https://youtu.be/x?a=1&b=2", { provider: "youtube", title: "The ride" }),
    '<p class="embed"><a href="https://youtu.be/x?a=1&amp;b=2" rel="noopener"><b>The ride</b><span>Video on YouTube</span></a></p>',
  ],
  [
    "a post without a title",
    embed("https://x.com/a/1", { provider: "x" }),
    '<p class="embed"><a href="https://x.com/a/1" rel="noopener"><span>Post on X</span><span>x.com</span></a></p>',
  ],
  [
    "a page of somebody else",
    embed("https://www.a.example/map"),
    '<p class="embed"><a href="https://www.a.example/map" rel="noopener"><span>a.example</span></a></p>',
  ],
])("%s is printed without a script", (_what, block, expected) => {
  expect(html(block)).toBe(expected);
});

test("a card says what it leads to in the story's language", () => {
  expect(kurdish(embed("https://youtu.be/x", { provider: "youtube" }))).toContain("ڤیدیۆ لە یوتیوب");
});

test("a link with a bold word inside stays one link", () => {
  expect(html(p(link("https://a.example", "read ", strong("this"), " now")))).toBe(
    '<p><a href="https://a.example" rel="noopener">read <strong>this</strong> now</a></p>',
  );
});

test("a blank paragraph, typed by slip, leaves no hole in the page", () => {
  expect(html(p("a"), p(), p("b"), h(2))).toBe("<p>a</p><p>b</p>");
});

test("what somebody types is text and never markup", () => {
  const typed = `</p><script>alert(1)</script>&lt;"'<img src=x onerror=alert(1)>`;
  const page = new Window().document;
  page.body.innerHTML = html(
    p(typed),
    h(2, typed),
    p(link(`https://a.example/'"`.replace('"', "%22"), typed)),
  );
  expect(page.querySelectorAll("script, img").length).toBe(0);
  expect(page.querySelector("p")?.textContent).toBe(typed);
});

test("names of blocks are printed only when a page links to paragraphs", () => {
  const story = doc(p("a"));
  expect(renderHtml(story, { language: "en" })).toBe("<p>a</p>");
  expect(renderHtml(story, { language: "en", anchors: "blocks" })).toBe('<p id="block-000001">a</p>');
});

test("a block that differs from its story says its language and direction", () => {
  expect(kurdish(withAttrs(p("Reuters: 3-2"), { lang: "en" }))).toBe(
    '<p dir="ltr" lang="en">Reuters: 3-2</p>',
  );
  expect(html(withAttrs(quote(p("3-2 سڵاو")), { lang: "ckb" }))).toBe(
    '<blockquote dir="rtl" lang="ckb"><p><bdi dir="ltr">3-2</bdi> سڵاو</p></blockquote>',
  );
  expect(kurdish(withAttrs(p("3-2"), { dir: "ltr" }))).toBe('<p dir="ltr">3-2</p>');
});

test("in Kurdish and Arabic text a telephone number holds together; in English nothing is added", () => {
  expect(kurdish(p("ژمارە ", strong("0770-123-4567")))).toBe(
    '<p>ژمارە <strong><bdi dir="ltr">0770-123-4567</bdi></strong></p>',
  );
  expect(html(p("call 0770-123-4567"))).toBe("<p>call 0770-123-4567</p>");
});
