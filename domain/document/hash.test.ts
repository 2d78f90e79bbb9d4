import { expect, test } from "vitest";
import { doc, p } from "../testing/doc.ts";
import { canonicalJson } from "./hash.ts";

test("the order of keys says nothing about a text", () => {
  expect(canonicalJson({ b: [1, { d: null, c: "x" }], a: undefined })).toBe('{"b":[1,{"c":"x","d":null}]}');
});

test("one letter more is another text", () => {
  expect(canonicalJson(doc(p("a")))).not.toBe(canonicalJson(doc(p("ab"))));
});
