/** Layout that holds in both directions: start and end, never left and right. */
import type { Node } from "@oxc-project/types";
import { isTest, lineOf, type Rule, type Source, type Violation } from "./source.ts";
import { walk } from "./walk.ts";

const CLASS =
  /(?:^|[\s:!])-?(?:(?:m|p|scroll-m|scroll-p)[lr]-|(?:left|right)-(?:\d|\[|auto|full|px|1\/)|text-(?:left|right)(?:$|[\s!])|border-[lr](?:$|[\s!-])|rounded-(?:[lr]|[tb][lr])(?:$|[\s!-])|(?:float|clear)-(?:left|right)(?:$|[\s!]))/;
const PROPERTY =
  /(?:^|[;{\s])(?:(?:margin|padding|border|scroll-margin|scroll-padding|inset)-(?:left|right)\b[^:;{}]*|(?:left|right)|border-(?:top|bottom)-(?:left|right)-radius)\s*:|\b(?:text-align|float|clear)\s*:\s*(?:left|right)\b/;
const STYLE_KEY = /^(?:(?:margin|padding|border|scrollMargin|scrollPadding)(?:Left|Right)\w*|left|right)$/;
const RULE = "no left or right in layout";

export const layoutIsLogical: Rule = (sources) =>
  sources
    .filter(({ file }) => /^(?:app|components)\//.test(file))
    .flatMap((source) => (source.file.endsWith(".css") ? inStyleSheet(source) : inCode(source)));

function inStyleSheet(source: Source): Violation[] {
  const plain = source.text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, " "));
  return plain
    .split("\n")
    .flatMap((line, index) => (PROPERTY.test(line) ? [at(source, index + 1, line.trim())] : []));
}

function inCode(source: Source): Violation[] {
  const found: Violation[] = [];
  if (!source.code || isTest(source)) return found;
  walk(source.code.program, (node, within) => {
    const physical = classIn(node) ?? styleKeyIn(node, within);
    if (physical) found.push(at(source, lineOf(source, node.start), physical));
  });
  return found;
}

function classIn(node: Node): string | null {
  const text =
    node.type === "Literal" && typeof node.value === "string"
      ? node.value
      : node.type === "TemplateElement"
        ? node.value.raw
        : "";
  return (
    CLASS.exec(text)?.[0].trim() ?? (text.includes(":") ? (PROPERTY.exec(text)?.[0].trim() ?? null) : null)
  );
}

function styleKeyIn(node: Node, within: readonly Node[]): string | null {
  if (node.type !== "Property" || node.key.type !== "Identifier" || !STYLE_KEY.test(node.key.name))
    return null;
  const styled = within.some(
    (each) =>
      each.type === "JSXAttribute" && each.name.type === "JSXIdentifier" && each.name.name === "style",
  );
  return styled ? node.key.name : null;
}

function at(source: Source, line: number, physical: string): Violation {
  const instead = `“${physical}”: use ms-/me-/ps-/pe-/start/end, or the -inline- and -block- properties`;
  return { file: source.file, line, rule: RULE, instead };
}
