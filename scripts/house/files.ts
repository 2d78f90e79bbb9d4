/** Names and sizes of files. */
import { basename } from "node:path";
import { resolve, runtimeImports } from "./reach.ts";
import { directiveOf, isTest, lineOf, type Rule, type Source, type Violation } from "./source.ts";

const EMPTY_WORDS =
  "utils util helpers helper misc common shared core base manager service handler processor data info".split(
    " ",
  );

function stemOf({ file }: Source): string {
  return basename(file).replace(/\..*$/, "");
}

const isCode = (source: Source) => source.code !== null;

export const filesSayWhatTheyHold: Rule = (sources) =>
  sources.filter(isCode).flatMap((source) => {
    const stem = stemOf(source);
    if (stem === "index") return [violation(source, "no index.ts", "name the file after what it holds")];
    const empty = stem.split("-").find((word) => EMPTY_WORDS.includes(word));
    if (empty)
      return [violation(source, `“${empty}” says nothing`, "name the file after the noun or the verb")];
    return [];
  });

/** Next's own folders, (site) and [lang], and a route's name-with-dots aren't ours to spell. */
export const filesAreKebabCase: Rule = (sources) =>
  sources.filter(isCode).flatMap((source) => {
    const name = basename(source.file);
    return /^[a-z0-9]+(?:[-.][a-z0-9]+)*$/.test(name)
      ? []
      : [violation(source, "file names are kebab-case", "write it in small letters with hyphens")];
  });

/** Longest a file may be. Prose and word lists are as long as they are. */
function capOf({ file }: Source): number {
  if (file === "db/schema.ts") return 600;
  if (/^messages\//.test(file) || file.endsWith(".json")) return Number.POSITIVE_INFINITY;
  return 300;
}

export const filesStayShort: Rule = (sources) =>
  sources.flatMap((source) => {
    const lines = source.text.trimEnd().split("\n").length;
    const cap = capOf(source);
    return lines > cap
      ? [violation(source, `${lines} lines`, `split it by what it does: ${cap} lines is the most`)]
      : [];
  });

export const clientFilesSaySo: Rule = (sources) =>
  sources.filter(isCode).flatMap((source) => {
    const named = /\.client\.tsx?$/.test(source.file);
    const marked = directiveOf(source) === "use client";
    if (named === marked) return [];
    return marked || isTest(source)
      ? marked
        ? [violation(source, "“use client” ⇔ *.client.tsx", "rename the file to *.client.tsx")]
        : []
      : [violation(source, "“use client” ⇔ *.client.tsx", 'start the file with "use client", or rename it')];
  });

/** Reader pages are printed: a page.tsx there would send every reader the framework's script. */
export const readerPagesArePrinted: Rule = (sources) =>
  sources
    .filter(
      ({ file }) =>
        file.startsWith("app/(site)/") && !/\/route\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file),
    )
    .map((source) =>
      violation(source, "app/(site) holds only route.tsx", "print it with page() of server/press.ts"),
    );

const DEFAULT_EXPORTS =
  /^(?:app\/.*\/?(?:page|layout|template|default|error|global-error|loading|not-found|sitemap|robots|manifest)\.tsx?|[^/]*\.config\.[a-z]+|next\.config\.js|domain\/testing\/setup\.ts|e2e\/start\.ts|.*\.d\.ts)$|\.client\.test\.tsx$/;

export const noDefaultExports: Rule = (sources) =>
  sources
    .filter((source) => !DEFAULT_EXPORTS.test(source.file))
    .flatMap((source) =>
      (source.code?.module.staticExports ?? [])
        .flatMap((each) => each.entries)
        .filter((entry) => entry.exportName.kind === "Default" || entry.exportName.name === "default")
        .map((entry) => ({
          file: source.file,
          line: lineOf(source, entry.start),
          rule: "no default exports",
          instead: "export it by its name",
        })),
    );

const ROOTED = ["domain", "db", "server", "components"];

/** Inside one room paths are relative; across rooms they start at a root; all carry their ending. */
export const pathsSayTheRoom: Rule = (sources) =>
  sources.flatMap((source) =>
    runtimeImports(source).flatMap(({ specifier, line }): Violation[] => {
      const at = { file: source.file, line };
      const room = source.file.split("/")[0] ?? "";
      if (/^[.#]/.test(specifier) && !/\.(?:ts|tsx|json|css|mjs|js)$/.test(specifier)) {
        return [{ ...at, rule: "imports carry their ending", instead: `write ${specifier}.ts or .tsx` }];
      }
      if (specifier.startsWith(`#${room}/`)) {
        return [
          { ...at, rule: "inside one room paths are relative", instead: `${specifier} is in this room` },
        ];
      }
      const target = resolve(source.file, specifier)?.split("/")[0] ?? room;
      // drizzle-kit reads db/ and knows no roots; start.mjs runs on whatever Node is there.
      const knowsRoots = room !== "db" && !source.file.endsWith(".mjs");
      if (knowsRoots && specifier.startsWith(".") && target !== room && ROOTED.includes(target)) {
        return [{ ...at, rule: "across rooms paths start at a root", instead: `write #${target}/…` }];
      }
      return [];
    }),
  );

function violation({ file }: Source, rule: string, instead: string): Violation {
  return { file, line: 1, rule, instead };
}
