/** Interface strings live in messages/: what a person reads or hears is never spelled in a component. */
import type { Rule, Source } from "./source.ts";
import { isTest } from "./source.ts";
import { eachNode } from "./walk.ts";

const STAFF = /^(?:app\/\((?:desk|admin|auth)\)|components\/(?:ui|desk|editor|admin|auth|media|time))/;
const HEARD =
  /^(?:aria-label|aria-description|aria-roledescription|aria-placeholder|placeholder|title|label|alt|description|errorMessage)$/;
const HAS_LETTERS = /\p{L}{2,}/u;

const shown = (source: Source) => STAFF.test(source.file) && source.file.endsWith(".tsx") && !isTest(source);

export const noHardCodedStrings: Rule = (sources) =>
  eachNode(sources.filter(shown), "no hard-coded interface string", (node, within) => {
    const instead = "put it into messages/en/ and call words() or useWords()";
    if (node.type === "JSXText") return HAS_LETTERS.test(node.value) ? instead : null;
    const text = literalOf(node);
    if (text === null || !HAS_LETTERS.test(text)) return null;
    const holder = within.findLast(
      ({ type }) =>
        type !== "JSXExpressionContainer" && type !== "ConditionalExpression" && type !== "LogicalExpression",
    );
    if (holder?.type === "JSXElement" || holder?.type === "JSXFragment")
      return inTest(node, within) ? null : instead;
    if (holder?.type !== "JSXAttribute" || holder.name.type !== "JSXIdentifier") return null;
    return HEARD.test(holder.name.name) && !inTest(node, within) ? instead : null;
  });

function literalOf(node: { type: string }): string | null {
  if (node.type === "Literal" && "value" in node && typeof node.value === "string") return node.value;
  if (node.type === "TemplateLiteral" && "quasis" in node) {
    return (node.quasis as { value: { raw: string } }[]).map(({ value }) => value.raw).join(" ");
  }
  return null;
}

/** `x === "published" ? … : …` compares; it shows nothing. */
function inTest(node: { start: number }, within: readonly { type: string; start: number }[]): boolean {
  return within.some(
    (each) =>
      each.type === "ConditionalExpression" &&
      "test" in each &&
      (each.test as { end: number }).end > node.start,
  );
}
