import type { Node } from "@oxc-project/types";
import { isTest, lineOf, type Rule, type Source } from "./source.ts";
import { walk } from "./walk.ts";

const MOST_LINES = 60;
const MOST_LINES_OF_A_COMPONENT = 120;

/** Lines from a function's first to its last, comments and blank lines included. */
export const functionsStayShort: Rule = (sources) =>
  sources
    .filter((source) => !isTest(source) && !/^e2e\//.test(source.file))
    .flatMap((source) => {
      if (!source.code) return [];
      const found: ReturnType<Rule> = [];
      walk(source.code.program, (node, within) => {
        if (!isFunction(node)) return;
        const lines = lineOf(source, node.end) - lineOf(source, node.start) + 1;
        const cap = isComponent(node, within, source) ? MOST_LINES_OF_A_COMPONENT : MOST_LINES;
        if (lines <= cap) return;
        const instead = `name its parts: ${cap} lines is the most`;
        found.push({
          file: source.file,
          line: lineOf(source, node.start),
          rule: `a function of ${lines} lines`,
          instead,
        });
      });
      return found;
    });

function isFunction(node: Node): boolean {
  return ["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"].includes(node.type);
}

function isComponent(node: Node, within: readonly Node[], { file }: Source): boolean {
  if (!file.endsWith(".tsx")) return false;
  const parent = within.at(-1);
  const named = "id" in node && node.id && "name" in node.id ? node.id.name : null;
  const held =
    parent?.type === "VariableDeclarator" && parent.id.type === "Identifier" ? parent.id.name : null;
  return /^[A-Z]/.test(String(named ?? held ?? ""));
}
