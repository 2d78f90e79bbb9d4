/** Every key that a screen asks for is there, and every key that is there is asked for. */
import type { Node } from "@oxc-project/types";
import { isTest, lineOf, type Rule, type Source, type Violation } from "./source.ts";
import { nameOf, walk } from "./walk.ts";

const FILE = /^messages\/(?<language>[a-z-]+)\/(?<namespace>[a-z-]+)\.json$/;

type Asked = { namespaces: Set<string>; keys: Map<string, { file: string; line: number }>; text: string };

export const messageKeysMatch: Rule = (sources) => {
  const english = new Map(
    sources.flatMap((source) => {
      const named = FILE.exec(source.file)?.groups;
      return named?.language === "en"
        ? [[named.namespace ?? "", { source, keys: keysOf(JSON.parse(source.text)) }]]
        : [];
    }) as [string, { source: Source; keys: string[] }][],
  );
  const asked = sources
    .filter((source) => source.code && !isTest(source) && /^(?:app|components|server)\//.test(source.file))
    .map(askedIn);
  const missing = asked.flatMap(({ namespaces, keys }) =>
    [...keys].filter(
      ([key]) =>
        namespaces.size > 0 && ![...namespaces].some((each) => english.get(each)?.keys.includes(key)),
    ),
  );
  return [
    ...missing.map(([key, place]) => ({
      ...place,
      rule: `message “${key}” is missing`,
      instead: "add it to messages/en/",
    })),
    ...[...english].flatMap(([, { source, keys }]) => unasked(source, keys, asked)),
  ];
};

/** "publish.title" for nested objects, as t() takes them. */
function keysOf(messages: object, prefix = ""): string[] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === "object" && value !== null ? keysOf(value, `${prefix}${key}.`) : [`${prefix}${key}`],
  );
}

function askedIn(source: Source): Asked {
  const asked: Asked = { namespaces: new Set(), keys: new Map(), text: source.text };
  const translators = new Set<string>();
  walk(source.code?.program as Node, (node, within) => {
    if (node.type !== "CallExpression") return;
    const callee = nameOf(node.callee) ?? "";
    const [first] = node.arguments;
    if (first?.type !== "Literal" || typeof first.value !== "string") return;
    if (callee === "words" || callee === "useWords") {
      asked.namespaces.add(first.value);
      const holder = within.at(-1);
      if (holder?.type === "VariableDeclarator" && holder.id.type === "Identifier")
        translators.add(holder.id.name);
    } else if (translators.has(callee.replace(/\.(?:rich|has|raw)$/, ""))) {
      asked.keys.set(first.value, { file: source.file, line: lineOf(source, node.start) });
    }
  });
  return asked;
}

/** A key counts as asked for when it is spelled somewhere, or when a template spells how it starts. */
function unasked(source: Source, keys: string[], asked: Asked[]): Violation[] {
  const everything = asked.map(({ text }) => text).join("\n");
  return keys
    .filter((key) => !isSpelled(key, everything))
    .map((key) => ({
      file: source.file,
      line:
        1 +
        source.text.slice(0, Math.max(0, source.text.indexOf(`"${key.split(".").at(-1)}"`))).split("\n")
          .length -
        1,
      rule: `nothing asks for message “${key}”`,
      instead: "delete it",
    }));
}

function isSpelled(key: string, text: string): boolean {
  if (['"', "'", "`"].some((quote) => text.includes(`${quote}${key}${quote}`))) return true;
  const parts = key.split(".");
  return parts.some((_, index) => index > 0 && text.includes(`\`${parts.slice(0, index).join(".")}.\${`));
}
