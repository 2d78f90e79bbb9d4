/** What a house rule reads: every source file of ours, parsed once. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Program } from "@oxc-project/types";
import { type EcmaScriptModule, parseSync } from "oxc-parser";

export type Source = {
  /** From the repository's root, with forward slashes: "domain/stories/publish.ts". */
  readonly file: string;
  readonly text: string;
  /** Null for what isn't TypeScript: style sheets, messages. */
  readonly code: { readonly program: Program; readonly module: EcmaScriptModule } | null;
};

export type Violation = {
  readonly file: string;
  readonly line: number;
  readonly rule: string;
  readonly instead: string;
};

/** A rule sees all files at once: some can only be judged through a third file. */
export type Rule = (sources: readonly Source[]) => Violation[];

const ROOMS = ["app", "components", "domain", "db", "server", "scripts", "e2e", "bench", "messages"];
const READ = /\.(?:ts|tsx|mjs|js|css|json)$/;
const CODE = /\.(?:ts|tsx|mjs|js)$/;
const GENERATED = /(?:^|\/)(?:node_modules|results|test-results)(?:\/|$)|^next-env\.d\.ts$/;

/** One file as the rules see it. Tests of the rules call this with a snippet. */
export function sourceOf(file: string, text: string): Source {
  if (!CODE.test(file)) return { file, text, code: null };
  const { program, module, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  return { file, text, code: { program, module } };
}

export function readSources(root: string): Source[] {
  const inRooms = ROOMS.flatMap((room) => listFiles(root, room));
  const atRoot = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isFile() && CODE.test(entry.name) && !entry.name.startsWith("."))
    .map((entry) => entry.name);
  return [...inRooms, ...atRoot]
    .filter((file) => READ.test(file) && !GENERATED.test(file))
    .map((file) => sourceOf(file, readFileSync(join(root, file), "utf8")));
}

function listFiles(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
}

/** Counted from 1. */
export function lineOf(source: Source, offset: number): number {
  let line = 1;
  for (let at = source.text.indexOf("\n"); at !== -1 && at < offset; at = source.text.indexOf("\n", at + 1))
    line += 1;
  return line;
}

export const isTest = ({ file }: Source): boolean =>
  /\.(?:test|spec)\.tsx?$/.test(file) || file.startsWith("domain/testing/");

/** The first directive of a file, "use client" or "use server", if it has one. */
export function directiveOf({ code }: Source): string | null {
  const [first] = code?.program.body ?? [];
  return first?.type === "ExpressionStatement" && "directive" in first ? (first.directive ?? null) : null;
}
