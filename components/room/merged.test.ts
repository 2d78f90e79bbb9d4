import { Node } from "@tiptap/pm/model";
import { expect, test } from "vitest";
import { proseMirrorSchema } from "#domain/document/schema.ts";
import { doc, p } from "#domain/testing/doc.ts";
import { blocksOfBoth } from "./merged.ts";

const body = (...paragraphs: string[]) =>
  Node.fromJSON(proseMirrorSchema(), doc(...paragraphs.map((text) => p(text))).doc);

test("only the block that both sides changed is worth a look", () => {
  const common = body("Bread rises.", "Bakers say so.", "From Monday.");
  const mine = body("Bread rises again.", "Bakers say so.", "From Tuesday.");
  const now = body("Bread rises again, they say.", "Two bakers say so.", "From Tuesday.");
  const id = common.child(0).attrs.id;
  expect(blocksOfBoth(common, mine, now)).toEqual([id]);
});

test("nothing is marked where nobody wrote without the line", () => {
  const common = body("Bread rises.");
  expect(blocksOfBoth(common, common, body("Bread rises again."))).toEqual([]);
});
