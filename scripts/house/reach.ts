/** Which files a file loads when it runs. Type imports vanish at build time and don't count. */
import { posix } from "node:path";
import { lineOf, type Source } from "./source.ts";

export type Import = { readonly specifier: string; readonly line: number };

/** Everything that this file loads at run time, as written: imports, re-exports, import(). */
export function runtimeImports(source: Source): Import[] {
  if (!source.code) return [];
  const { staticImports, staticExports, dynamicImports } = source.code.module;
  const at = (specifier: string, offset: number) => ({ specifier, line: lineOf(source, offset) });
  return [
    ...staticImports
      .filter((each) => each.entries.length === 0 || each.entries.some((entry) => !entry.isType))
      .map((each) => at(each.moduleRequest.value, each.start)),
    ...staticExports.flatMap((each) =>
      each.entries
        .filter((entry) => entry.moduleRequest && !entry.isType)
        .map((entry) => at(entry.moduleRequest?.value ?? "", entry.start)),
    ),
    ...dynamicImports.map(({ moduleRequest: { start, end } }) =>
      at(source.text.slice(start + 1, end - 1), start),
    ),
  ];
}

/** The repository file that a specifier means, or null for a package. */
export function resolve(from: string, specifier: string): string | null {
  if (specifier.startsWith("#")) return specifier.slice(1);
  if (specifier.startsWith(".")) return posix.join(posix.dirname(from), specifier);
  return null;
}

/**
 * The shortest chain of imports from a file to the first thing that `isForbidden` names (a
 * repository file or a package), or null. The chain ends with the forbidden one.
 */
export function chainTo(
  start: Source,
  sources: readonly Source[],
  isForbidden: (fileOrPackage: string) => boolean,
): { line: number; chain: string[] } | null {
  const byFile = new Map(sources.map((source) => [source.file, source]));
  const seen = new Set<string>([start.file]);
  let edge = runtimeImports(start).map(({ specifier, line }) => ({
    from: start.file,
    specifier,
    line,
    chain: [start.file],
  }));
  while (edge.length > 0) {
    const next: typeof edge = [];
    for (const { from, specifier, line, chain } of edge) {
      const target = resolve(from, specifier) ?? specifier;
      if (isForbidden(target)) return { line, chain: [...chain, target] };
      const source = byFile.get(target);
      if (!source || seen.has(target)) continue;
      seen.add(target);
      for (const each of runtimeImports(source)) {
        next.push({ from: target, specifier: each.specifier, line, chain: [...chain, target] });
      }
    }
    edge = next;
  }
  return null;
}
