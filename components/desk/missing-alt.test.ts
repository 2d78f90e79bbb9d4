// @vitest-environment happy-dom
import { Editor } from "@tiptap/react";
import { expect, test } from "vitest";
import { editorExtensionsFor } from "#domain/document/schema.ts";
import { doc, gallery, p, pic, withAttrs } from "#domain/testing/doc.ts";
import { countMissingAlt } from "./missing-alt.ts";

test("pictures that say nothing are counted: over the text, in it, in a gallery; decorative ones aren't", () => {
  const body = doc(
    p("One."),
    withAttrs(pic("1"), { alt: "A market" }),
    withAttrs(pic("2"), { decorative: true }),
    gallery(pic("3"), withAttrs(pic("4"), { alt: "A bridge" })),
  );
  const element = document.createElement("div");
  const editor = new Editor({ element, extensions: editorExtensionsFor("en"), content: body.doc });
  expect(countMissingAlt(null, editor)).toBe(1);
  const lead = {
    pictureId: "x",
    caption: "c",
    credit: "",
    alt: " ",
    decorative: false,
    crop: "full" as const,
  };
  expect(countMissingAlt(lead, editor)).toBe(2);
  expect(countMissingAlt({ ...lead, decorative: true }, editor)).toBe(1);
  editor.destroy();
});
