import { expect, test } from "vitest";
import type { StoredDocument } from "#db/shapes.ts";
import { br, doc, li, link, p, pic, strong, ul } from "../testing/doc.ts";
import type { Language } from "../vocabulary.ts";
import { findInBody } from "./find.ts";
import { proseMirrorSchema } from "./schema.ts";

function found({ doc: body }: StoredDocument, words: string, language: Language = "en"): string[] {
  const node = proseMirrorSchema().nodeFromJSON(body);
  return findInBody(node, words, language).map(({ from, to }) => node.textBetween(from, to, "|", "|"));
}

test("words are found across bold and links, in lists and captions, in any capitals", () => {
  const story = doc(
    p("The ", strong("price"), link("https://a.example", " of"), " bread"),
    ul(li(p("PRICE of flour"))),
    pic("a", "Price of oil"),
  );
  expect(found(story, "price of")).toEqual(["price of", "PRICE of", "Price of"]);
});

test("nothing is found across paragraphs or line breaks, and nothing for nothing", () => {
  const story = doc(p("one"), p("two"), p("three", br(), "four"));
  expect(found(story, "onetwo")).toEqual([]);
  expect(found(story, "threefour")).toEqual([]);
  expect(found(story, "  ")).toEqual([]);
});

test.each<[Language, string, string, string[]]>([
  ["ckb", "نرخی نان لە كوردستان", "کوردستان", ["كوردستان"]],
  ["ckb", "نرخي نان", "نرخی", ["نرخي"]],
  ["ar", "أسعار الخبزِ في أربيل", "اسعار الخبز", ["أسعار الخبزِ"]],
  ["ar", "مدرسة ومدرسه", "مدرسه", ["مدرسة", "مدرسه"]],
  ["en", "Café and cafe", "cafe", ["Café", "cafe"]],
  ["en", "an emoji 🙂 before bread", "bread", ["bread"]],
])("in %s, %j holds %j as people mean it", (language, text, words, expected) => {
  expect(found(doc(p(text)), words, language)).toEqual(expected);
});

test("places of what is found don't overlap", () => {
  expect(found(doc(p("aaaa")), "aa")).toEqual(["aa", "aa"]);
});
