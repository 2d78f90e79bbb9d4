/** Bodies of every shape that the schema allows, for tests that must hold whatever somebody wrote. */
import fc from "fast-check";
import type { NodeJson } from "#db/shapes.ts";
import { proseMirrorSchema } from "../document/schema.ts";
import {
  br,
  divider,
  doc,
  embed,
  facts,
  gallery,
  h,
  li,
  ol,
  p,
  pic,
  pull,
  quote,
  ul,
  withAttrs,
} from "./doc.ts";

const MARKS = [
  { type: "link", attrs: { href: "https://esta.krd/en/" } },
  { type: "link", attrs: { href: "mailto:desk@esta.krd" } },
  { type: "bold" },
  { type: "italic" },
  { type: "strike" },
  { type: "underline" },
];
const letters = fc.stringMatching(/^[a-zک-ی<>&"'0-9-]{1,12}$/);
const marks = fc
  .subarray(MARKS)
  .map((some) =>
    some.filter(
      (mark, index) => mark.type !== "link" || some.findIndex((one) => one.type === "link") === index,
    ),
  )
  // In the order of the schema, as ProseMirror keeps them.
  .map((some) => some.toSorted((a, b) => rank(a.type) - rank(b.type)));
const rank = (name: string) => Object.keys(proseMirrorSchema().marks).indexOf(name);
const text = fc
  .tuple(letters, marks)
  .map(([word, some]): NodeJson => ({ type: "text", text: word, ...(some.length > 0 && { marks: some }) }));
const inline = fc.array(
  fc.oneof({ weight: 6, arbitrary: text }, { weight: 1, arbitrary: fc.constant(br()) }),
  { minLength: 1, maxLength: 5 },
);
const differing = fc.constantFrom({}, {}, {}, { lang: "ar", dir: "rtl" });
const paragraph = fc.tuple(inline, differing).map(([nodes, attrs]) => withAttrs(p(nodes), attrs));
const { block } = fc.letrec<{ block: NodeJson; item: NodeJson }>((tie) => ({
  item: fc
    .tuple(paragraph, fc.array(tie("block"), { maxLength: 1 }))
    .map(([first, more]) => li(first, ...more)),
  block: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    paragraph,
    fc
      .tuple(fc.constantFrom(2 as const, 3 as const, 4 as const), inline)
      .map(([level, nodes]) => h(level, nodes)),
    fc.constant(divider()),
    fc.array(tie("item"), { minLength: 1, maxLength: 3 }).map((items) => ul(...items)),
    fc
      .tuple(fc.integer({ min: 1, max: 20 }), fc.array(tie("item"), { minLength: 1, maxLength: 3 }))
      .map(([start, items]) => withAttrs(ol(...items), start === 1 ? {} : { start })),
    fc.array(tie("block"), { minLength: 1, maxLength: 3 }).map((blocks) => quote(...blocks)),
  ),
}));
/** Words that would be markup, a comment or an attribute's end if anybody let them. */
const spoken = fc.constantFrom("", "Driver", `<!--picture {"a":1}-->`, `"a" & <b>b</b> --> é`, "ژمارە 3-2");
const boxed = fc.oneof(
  fc.tuple(spoken, inline).map(([by, nodes]) => pull(by, nodes)),
  fc
    .tuple(spoken, fc.array(block, { minLength: 1, maxLength: 3 }))
    .map(([title, blocks]) => facts(title, ...blocks)),
);
const picture = fc
  .record({
    caption: fc.oneof(inline, fc.constant<NodeJson[]>([])),
    letter: fc.constantFrom("a", "b", "c"),
    attrs: fc.record(
      {
        size: fc.constantFrom("small", "wide"),
        crop: fc.constantFrom("wide", "square", "portrait"),
        credit: spoken,
        alt: spoken,
        decorative: fc.constant(true),
        lang: fc.constant("ar"),
      },
      { requiredKeys: [] },
    ),
  })
  .map(({ caption, letter, attrs }) => withAttrs(pic(letter, caption), attrs));
const standing = fc.oneof(
  picture,
  fc.array(picture, { minLength: 2, maxLength: 4 }).map((pictures) => gallery(...pictures)),
  fc
    .record({ title: spoken, url: fc.constantFrom("https://youtu.be/x?a=1&b=2", "https://a.example/--!x--") })
    .map(({ title, url }) => embed(url, { title, ...(/youtu/.test(url) && { provider: "youtube" }) })),
);
/** Any text with its boxes, no pictures. */
export const stories = fc
  .array(fc.oneof({ weight: 4, arbitrary: block }, boxed), { minLength: 1, maxLength: 6 })
  .map((blocks) => doc(...blocks));
/** Any body at all. */
export const picturedStories = fc
  .array(fc.oneof(block, boxed, standing), { minLength: 1, maxLength: 6 })
  .map((blocks) => doc(...blocks));
