import type { Node } from "@oxc-project/types";
import { visitorKeys } from "oxc-parser";
import { lineOf, type Source, type Violation } from "./source.ts";

/** Calls `see` for every node with what it stands in, the nearest last. */
export function walk(
  root: Node,
  see: (node: Node, within: readonly Node[]) => void,
  within: readonly Node[] = [],
): void {
  see(root, within);
  const inside = [...within, root];
  const children = root as unknown as Record<string, unknown>;
  for (const key of visitorKeys[root.type] ?? []) {
    const child = children[key];
    for (const node of Array.isArray(child) ? child : [child]) {
      if (isNode(node)) walk(node, see, inside);
    }
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value;
}

/** "Intl.DateTimeFormat" for such a member expression, "fetch" for a name; null for anything else. */
export function nameOf(node: Node): string | null {
  if (node.type === "Identifier") return node.name;
  if (node.type !== "MemberExpression" || node.computed || node.property.type !== "Identifier") return null;
  const object = nameOf(node.object);
  return object === null ? null : `${object}.${node.property.name}`;
}

/** One violation for every node for which `broken` says what to do instead. */
export function eachNode(
  sources: readonly Source[],
  rule: string,
  broken: (node: Node, within: readonly Node[], source: Source) => string | null,
): Violation[] {
  const found: Violation[] = [];
  for (const source of sources) {
    if (!source.code) continue;
    walk(source.code.program, (node, within) => {
      const instead = broken(node, within, source);
      if (instead !== null)
        found.push({ file: source.file, line: lineOf(source, node.start), rule, instead });
    });
  }
  return found;
}
