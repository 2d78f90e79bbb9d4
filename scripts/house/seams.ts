/** One way to do each thing: what may be called in one place only. */
import type { Node } from "@oxc-project/types";
import {
  BARE_FETCH,
  CATCHES,
  ENVIRONMENT,
  INTERVALS,
  isExcepted,
  RAW_HTML,
  WALL_CLOCKS,
} from "./exceptions.ts";
import { isTest, type Rule, type Source } from "./source.ts";
import { eachNode, nameOf } from "./walk.ts";

const readsSettings = ({ file }: Source) =>
  /^server\/env[a-z-]*\.ts$/.test(file) || /^(?:scripts|bench|e2e)\//.test(file) || !file.includes("/");

export const settingsComeFromEnv: Rule = (sources) =>
  eachNode(
    sources.filter(
      (source) => !readsSettings(source) && !isTest(source) && !isExcepted(ENVIRONMENT, source.file),
    ),
    "process.env only in server/env.ts",
    (node, within, { file }) => {
      if (node.type !== "MemberExpression" || nameOf(node) !== "process.env") return null;
      const handedOn = within.at(-1)?.type === "CallExpression" && file.startsWith("server/");
      return handedOn ? null : "take the value from readSettings() at the boundary and hand it on";
    },
  );

/** The newsroom has no clock of its own: the boundary reads it once. */
export const domainHasNoClock: Rule = (sources) =>
  eachNode(
    sources.filter((source) => source.file.startsWith("domain/") && !isTest(source)),
    "the domain has no clock",
    (node) => {
      const readsClock =
        (node.type === "NewExpression" && nameOf(node.callee) === "Date" && node.arguments.length === 0) ||
        (node.type === "CallExpression" &&
          /^(?:Date|performance|Temporal\.Now\..*)\.?(?:now)?$/.test(nameOf(node.callee) ?? ""));
      return readsClock ? "use ctx.now, or databaseNow(tx) when publishing" : null;
    },
  );

/** A verb doesn't know whether it has a pool or somebody's transaction, whose one connection asks in turn. */
export const readsKnowTheirConnection: Rule = (sources) =>
  eachNode(
    sources.filter((source) => source.file.startsWith("domain/") && !isTest(source)),
    "no Promise.all in the domain",
    (node) =>
      node.type === "CallExpression" &&
      /^Promise\.(?:all|allSettled|any|race)$/.test(nameOf(node.callee) ?? "")
        ? "call together() of db/together.ts, which asks in turn where db is a transaction"
        : null,
  );

export const oneWayToWriteTime: Rule = (sources) =>
  eachNode(
    sources.filter(
      (source) =>
        source.file !== "domain/time.ts" && !isTest(source) && !isExcepted(WALL_CLOCKS, source.file),
    ),
    "time as text only in domain/time.ts",
    (node) => {
      if (node.type !== "MemberExpression" || node.computed || node.property.type !== "Identifier")
        return null;
      const named = node.property.name;
      return /^toLocale(?:Date|Time)?String$/.test(named) || nameOf(node) === "Intl.DateTimeFormat"
        ? "call domain/time.ts with the zone and the language"
        : null;
    },
  );

export const oneWayToFail: Rule = (sources) =>
  eachNode(
    sources.filter(({ file }) => /^(?:app|components)\//.test(file) && !isExcepted(CATCHES, file)),
    "no catch in app/ and components/",
    (node) => {
      const swallowed =
        node.type === "CatchClause" || (node.type === "CallExpression" && endsIn(node, "catch"));
      return swallowed
        ? "let the boundary (action, route, collab) answer; add a written exception if a browser API throws"
        : null;
    },
  );

function endsIn(node: Node & { type: "CallExpression" }, name: string): boolean {
  const { callee } = node;
  return (
    callee.type === "MemberExpression" &&
    callee.property.type === "Identifier" &&
    callee.property.name === name
  );
}

export const oneWayToFetch: Rule = (sources) =>
  eachNode(
    sources.filter(
      (source) =>
        !isTest(source) &&
        !/^(?:e2e|bench|scripts)\//.test(source.file) &&
        !isExcepted(BARE_FETCH, source.file),
    ),
    "no bare fetch",
    (node) =>
      node.type === "CallExpression" && /^(?:globalThis\.)?fetch$/.test(nameOf(node.callee) ?? "")
        ? "use the guarded fetch in server/ for addresses that somebody typed"
        : null,
  );

export const oneTableOfJobs: Rule = (sources) =>
  eachNode(
    sources.filter((source) => !isTest(source) && !isExcepted(INTERVALS, source.file)),
    "no setInterval",
    (node) =>
      node.type === "CallExpression" &&
      /^(?:globalThis\.|window\.)?setInterval$/.test(nameOf(node.callee) ?? "")
        ? "scheduled work is a row in server/jobs.ts"
        : null,
  );

export const rawHtmlInNamedFiles: Rule = (sources) =>
  eachNode(
    sources.filter((source) => !isTest(source) && !isExcepted(RAW_HTML, source.file)),
    "raw HTML only in two named files",
    (node) => {
      const raw =
        (node.type === "JSXAttribute" &&
          node.name.type === "JSXIdentifier" &&
          node.name.name === "dangerouslySetInnerHTML") ||
        (node.type === "AssignmentExpression" && /\.(?:inner|outer)HTML$/.test(nameOf(node.left) ?? "")) ||
        (node.type === "CallExpression" && endsIn(node, "insertAdjacentHTML"));
      return raw ? "render components, or domain/document/render-html.ts for a body" : null;
    },
  );

/** What a person can't do, a browser test doesn't: wait by the clock, or find things by their markup. */
export const browserTestsActByRole: Rule = (sources) =>
  eachNode(
    sources.filter(({ file }) => file.startsWith("e2e/")),
    "browser tests act by role and label",
    (node) => {
      if (node.type !== "CallExpression") return null;
      if (["waitForTimeout", "$", "$$", "locator"].some((name) => endsIn(node, name))) {
        return "use getByRole, getByLabel or getByText, and expect(…) to wait";
      }
      return null;
    },
  );
