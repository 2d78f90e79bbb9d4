/**
 * Domain functions are the only way to write, so each of them asks for the right. What counts as
 * a verb: an exported function of domain/ that touches the database and whose first argument is
 * a whole `Ctx` (it knows who acts), or that writes with a `Ctx` without an actor. What counts as
 * asking: authorize…(), the condition openTo(), or useLink() (a one-time link is a permission),
 * in it or in a function of its file that it calls. Functions that take the transaction of a
 * verb are its parts. Open doors stand, with their reason, in OPEN_VERBS.
 */
import type { Function as FunctionNode, Node } from "@oxc-project/types";
import { isExcepted, OPEN_VERBS } from "./exceptions.ts";
import { isTest, lineOf, type Rule, type Source, type Violation } from "./source.ts";
import { nameOf, walk } from "./walk.ts";

const ASKS = /^(?:authorize\w*|openTo|useLink)$/;
const WRITES = /^(?:ctx\.db|db|tx)\.(?:insert|update|delete|transaction)$/;
const TOUCHES =
  /^(?:ctx\.db|db|tx)\.(?:insert|update|delete|transaction|select|selectDistinct|execute|query)$/;

export const verbsAskForTheRight: Rule = (sources) =>
  sources
    .filter((source) => source.file.startsWith("domain/") && !isTest(source))
    .flatMap((source) => {
      const functions = functionsOf(source);
      return [...functions.values()]
        .filter(({ exported }) => exported)
        .flatMap(({ node, name }): Violation[] => {
          const known = actorIsKnown(node, source);
          if (known === "no ctx" || meets(name, functions, (callee) => ASKS.test(callee))) return [];
          const touches = known === "known" ? TOUCHES : WRITES;
          if (!meets(name, functions, (callee) => touches.test(callee))) return [];
          if (isExcepted(OPEN_VERBS, `${source.file} ${name}`)) return [];
          return [
            {
              file: source.file,
              line: lineOf(source, node.start),
              rule: `${name} asks nobody for the right`,
              instead: "call authorize(ctx.actor, …), or take the transaction of the verb that has asked",
            },
          ];
        });
    });

type Named = { name: string; node: FunctionNode; exported: boolean };

function functionsOf(source: Source): Map<string, Named> {
  const found = new Map<string, Named>();
  for (const statement of source.code?.program.body ?? []) {
    const exported = statement.type === "ExportNamedDeclaration";
    const node = exported ? statement.declaration : statement;
    if (node?.type === "FunctionDeclaration" && node.id) {
      found.set(node.id.name, { name: node.id.name, node, exported });
    }
  }
  return found;
}

/** Whether the first argument says who acts: a whole Ctx, a part of it with no actor, or none. */
function actorIsKnown(node: FunctionNode, source: Source): "known" | "unknown" | "no ctx" {
  const [first] = node.params;
  if (!first) return "no ctx";
  const written = source.text.slice(first.start, first.end);
  if (/:\s*Ctx$/.test(written)) return "known";
  return /Ctx|Database\b/.test(written) ? "unknown" : "no ctx";
}

/** Whether a function, or one of its file that it calls, calls something that `wanted` accepts. */
function meets(
  name: string,
  functions: ReadonlyMap<string, Named>,
  wanted: (callee: string) => boolean,
  seen: Set<string> = new Set(),
): boolean {
  const found = functions.get(name);
  if (!found || seen.has(name)) return false;
  seen.add(name);
  let met = false;
  walk(found.node as Node, (node) => {
    if (met || node.type !== "CallExpression") return;
    const callee = calleeOf(node.callee);
    met = wanted(callee) || meets(callee, functions, wanted, seen);
  });
  return met;
}

/** "tx.insert", and ".insert" at the end of a longer chain. */
function calleeOf(callee: Node): string {
  const named = nameOf(callee);
  if (named !== null) return named;
  return callee.type === "MemberExpression" && callee.property.type === "Identifier"
    ? `.${callee.property.name}`
    : "";
}
