import { expect, test } from "vitest";
import { blankFields } from "../stories/fields.ts";
import { doc, p } from "../testing/doc.ts";
import { canonicalJson } from "./canonical-json.ts";
import { hashOf } from "./hash.ts";

const fields = { ...blankFields("world"), headline: "Talks" };

test("the order of keys says nothing about a text", () => {
  expect(canonicalJson({ b: [1, { d: null, c: "x" }], a: undefined })).toBe('{"b":[1,{"c":"x","d":null}]}');
  const turned = Object.fromEntries(Object.entries(fields).reverse()) as typeof fields;
  expect(hashOf(turned, doc(p("a")))).toBe(hashOf(fields, doc(p("a"))));
});

test("one letter more, in a field or in the body, is another revision", () => {
  const hash = hashOf(fields, doc(p("a")));
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect(hashOf(fields, doc(p("ab")))).not.toBe(hash);
  expect(hashOf({ ...fields, slugline: "talks" }, doc(p("a")))).not.toBe(hash);
});
