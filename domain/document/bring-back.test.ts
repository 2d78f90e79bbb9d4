import { expect, test } from "vitest";
import type { NodeJson } from "#db/shapes.ts";
import { doc, facts, li, p, ul, withAttrs } from "../testing/doc.ts";
import { bringBack } from "./bring-back.ts";
import { toText } from "./to-text.ts";
import { parseDocument } from "./validate.ts";

const named = (id: string, node: NodeJson) => withAttrs(node, { id: `block-${id}-000000` });
const id = (name: string) => `block-${name}-000000`;
const one = named("a", p("One."));
const two = named("b", p("Two."));
const three = named("c", p("Three."));

function broughtBack(head: NodeJson[], old: NodeJson[], name: string): string | null {
  const document = bringBack(doc(...head), doc(...old), id(name));
  return document && toText(parseDocument(document)).replaceAll("\n\n", " | ");
}

test("a paragraph says again what it said, and the others stay", () => {
  const head = [one, named("b", p("Two, changed.")), named("c", p("Three, changed."))];
  expect(broughtBack(head, [one, two, three], "b")).toBe("One. | Two. | Three, changed.");
});

test("a paragraph that was taken out comes back behind the one that stood before it", () => {
  expect(broughtBack([one, three], [one, two, three], "b")).toBe("One. | Two. | Three.");
  expect(broughtBack([two, three], [one, two, three], "a")).toBe("One. | Two. | Three.");
  expect(broughtBack([one], [one, two, three], "c")).toBe("One. | Three.");
});

test("a paragraph that the older text hadn't got is taken out; the last one leaves a line to write on", () => {
  expect(broughtBack([one, two], [one], "b")).toBe("One.");
  expect(broughtBack([two], [one], "b")).toBe("");
});

test("a line of a list comes back into its list, or with it", () => {
  const line = (name: string, text: string) => named(`i${name}`, li(named(name, p(text))));
  const list = (...lines: NodeJson[]) => named("list", ul(...lines));
  const old = [one, list(line("x", "Flour."), line("y", "Salt."))];
  expect(broughtBack([one, list(line("x", "Flour."))], old, "y")).toBe("One. | Flour.\nSalt.");
  expect(broughtBack([one], old, "y")).toBe("One. | Salt.");
  expect(broughtBack([one, list(line("x", "Flour."))], [one], "x")).toBe("One.");
});

test("a box's title comes back without what stood in the box", () => {
  const head = [named("box", facts("New", named("p", p("41"))))];
  const document = bringBack(doc(...head), doc(named("box", facts("Old", named("p", p("40"))))), id("box"));
  expect(document?.doc.content?.[0]).toMatchObject({ attrs: { title: "Old" } });
  expect(JSON.stringify(document)).toContain("41");
});

test("a block that neither has is nothing to bring back", () => {
  expect(broughtBack([one], [one], "z")).toBeNull();
});
