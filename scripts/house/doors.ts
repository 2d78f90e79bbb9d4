/** A server action is a public endpoint: what stands there, and in what form. */
import type { ExportNamedDeclaration, Node } from "@oxc-project/types";
import { directiveOf, isTest, lineOf, type Rule, type Source, type Violation } from "./source.ts";
import { nameOf, walk } from "./walk.ts";

const RULE = "every export of a “use server” file is action(…) or openAction(…)";
const INSTEAD = "export const publish = action(publishInput, publishStory)";

export const actionsHaveOneShape: Rule = (sources) =>
  sources
    .filter((source) => !isTest(source))
    .flatMap((source) => (directiveOf(source) === "use server" ? misshapen(source) : inlineActions(source)));

function misshapen(source: Source): Violation[] {
  const found: Violation[] = [];
  for (const statement of source.code?.program.body ?? []) {
    const wrong =
      statement.type === "ExportDefaultDeclaration" ||
      statement.type === "ExportAllDeclaration" ||
      (statement.type === "ExportNamedDeclaration" && !isTypeOnly(statement) && !exportsAction(statement));
    if (wrong)
      found.push({ file: source.file, line: lineOf(source, statement.start), rule: RULE, instead: INSTEAD });
  }
  return found;
}

function isTypeOnly(statement: ExportNamedDeclaration): boolean {
  return statement.exportKind === "type" || statement.declaration?.type === "TSTypeAliasDeclaration";
}

function exportsAction({ declaration }: ExportNamedDeclaration): boolean {
  if (declaration?.type !== "VariableDeclaration") return false;
  return declaration.declarations.every(
    ({ init }) =>
      init?.type === "CallExpression" && /^(?:action|openAction)$/.test(nameOf(init.callee) ?? ""),
  );
}

/** "use server" inside a function makes an endpoint of a closure: easy to overlook, so not done here. */
function inlineActions(source: Source): Violation[] {
  const found: Violation[] = [];
  if (!source.code) return found;
  walk(source.code.program, (node: Node) => {
    if (node.type === "ExpressionStatement" && "directive" in node && node.directive === "use server") {
      found.push({
        file: source.file,
        line: lineOf(source, node.start),
        rule: "no inline server actions",
        instead: "put it into the page's actions.ts",
      });
    }
  });
  return found;
}
