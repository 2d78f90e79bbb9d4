import { actionsHaveOneShape } from "./doors.ts";
import {
  clientFilesSaySo,
  filesAreKebabCase,
  filesSayWhatTheyHold,
  filesStayShort,
  noDefaultExports,
  pathsSayTheRoom,
  readerPagesArePrinted,
} from "./files.ts";
import {
  componentsReachNoDatabase,
  domainReachesNoFramework,
  noBarrels,
  oneWayToAskWhoIsThere,
} from "./imports.ts";
import type { Rule } from "./source.ts";
import { verbsAskForTheRight } from "./verbs.ts";

/** A rule, a house that breaks it (with where), and the same house mended. */
export type Case = {
  what: string;
  rule: Rule;
  bad: Record<string, string>;
  at: string[];
  good: Record<string, string>;
};

/** So many lines of code. */
export const long = (lines: number) => Array.from({ length: lines }, (_, at) => `  call(${at});`).join("\n");

export const CASES_OF_ROOMS: Case[] = [
  {
    what: "a component that reaches the database through a third file is found",
    rule: componentsReachNoDatabase,
    bad: {
      "components/desk/list.tsx": 'import { a } from "./a.ts";',
      "components/desk/a.ts": 'import { b } from "#domain/stories/b.ts";',
      "domain/stories/b.ts": 'import { eq } from "drizzle-orm";',
    },
    at: ["components/desk/list.tsx:1", "components/desk/a.ts:1"],
    good: {
      "components/desk/list.tsx":
        'import type { B } from "#domain/stories/b.ts";\nimport { w } from "#domain/words.ts";',
      "domain/stories/b.ts": 'import { eq } from "drizzle-orm";',
      "domain/words.ts": 'import type { S } from "#db/schema.ts";',
    },
  },
  {
    what: "the domain can't reach a seam",
    rule: domainReachesNoFramework,
    bad: {
      "domain/a.ts": 'import "./b.ts";',
      "domain/b.ts": 'const { x } = await import("#server/log.ts");',
    },
    at: ["domain/a.ts:1", "domain/b.ts:1"],
    good: { "domain/a.ts": 'import type { Log } from "#server/log.ts";' },
  },
  {
    what: "next-auth is asked in one place",
    rule: oneWayToAskWhoIsThere,
    bad: { "app/(desk)/desk/page.tsx": 'import { auth } from "next-auth";' },
    at: ["app/(desk)/desk/page.tsx:1"],
    good: { "server/session-token.ts": 'import { decode } from "@auth/core/jwt";' },
  },
  {
    what: "a file that only passes on is a barrel",
    rule: noBarrels,
    bad: { "domain/stories/all.ts": 'export * from "./publish.ts";\nexport { save } from "./save.ts";' },
    at: ["domain/stories/all.ts:1", "domain/stories/all.ts:2"],
    good: { "app/api/auth/route.ts": 'export { GET } from "#server/auth.ts";' },
  },
  {
    what: "an endpoint that isn't an action is found",
    rule: actionsHaveOneShape,
    bad: {
      "app/(desk)/actions.ts":
        '"use server";\nexport const a = action(s, r);\nexport async function b() {}\nexport const c = wrap(r);',
      "app/(desk)/page.tsx": 'function P() {\n  async function save() {\n    "use server";\n  }\n}',
    },
    at: ["app/(desk)/actions.ts:3", "app/(desk)/actions.ts:4", "app/(desk)/page.tsx:3"],
    good: {
      "app/(auth)/actions.ts": '"use server";\nexport type T = 1;\nexport const a = openAction(s, r);',
    },
  },
  {
    what: "a verb that asks nobody is found",
    rule: verbsAskForTheRight,
    bad: {
      "domain/a.ts": "export async function kill(ctx: Ctx) { await ctx.db.transaction(run); }",
      "domain/b.ts": "export async function wipe({ db }: Pick<Ctx, 'db'>) { await db.delete(x); }",
    },
    at: ["domain/a.ts:1", "domain/b.ts:1"],
    good: {
      "domain/a.ts":
        "export async function kill(ctx: Ctx) { await ready(ctx); await ctx.db.transaction(run); }\nfunction ready(ctx) { authorize(ctx.actor, 'story.withdraw'); }",
      "domain/b.ts": "export async function record(tx: Transaction, ctx: Ctx) { await tx.insert(x); }",
    },
  },
  {
    what: "a reader page that isn't printed is found",
    rule: readerPagesArePrinted,
    bad: { "app/(site)/[lang]/page.tsx": "export default function P() {}", "app/(site)/words.ts": "" },
    at: ["app/(site)/[lang]/page.tsx:1", "app/(site)/words.ts:1"],
    good: { "app/(site)/[lang]/route.tsx": "export const GET = 1;" },
  },
  {
    what: "client code that doesn't say so is found, both ways",
    rule: clientFilesSaySo,
    bad: { "components/a.tsx": '"use client";', "components/b.client.tsx": "const a = 1;" },
    at: ["components/a.tsx:1", "components/b.client.tsx:1"],
    good: { "components/a.client.tsx": '"use client";', "components/b.tsx": "" },
  },
  {
    what: "a default export is found where Next doesn't ask for one",
    rule: noDefaultExports,
    bad: {
      "components/a.tsx": "\nexport default function A() {}",
      "domain/b.ts": "const b = 1; export { b as default };",
    },
    at: ["components/a.tsx:2", "domain/b.ts:1"],
    good: {
      "app/(desk)/desk/page.tsx": "export default function P() {}",
      "next.config.js": "export default {};",
    },
  },
  {
    what: "imports carry their ending, and name a root only across rooms",
    rule: pathsSayTheRoom,
    bad: {
      "domain/a.ts":
        'import { b } from "./b";\nimport { c } from "#domain/c.ts";\nimport { d } from "../db/d.ts";',
    },
    at: ["domain/a.ts:1", "domain/a.ts:2", "domain/a.ts:3"],
    good: {
      "domain/a.ts": 'import { b } from "./b.ts";\nimport { c } from "#db/c.ts";\nimport pg from "pg";',
    },
  },
  {
    what: "a file name that says nothing is found",
    rule: filesSayWhatTheyHold,
    bad: { "domain/index.ts": "", "components/date-utils.ts": "" },
    at: ["domain/index.ts:1", "components/date-utils.ts:1"],
    good: { "domain/stories/publish.ts": "", "components/database-state.tsx": "" },
  },
  {
    what: "file names are kebab-case",
    rule: filesAreKebabCase,
    bad: { "components/StoryList.tsx": "", "domain/story_list.ts": "" },
    at: ["components/StoryList.tsx:1", "domain/story_list.ts:1"],
    good: { "components/story-list.client.tsx": "", "app/(site)/[lang]/route.tsx": "" },
  },
  {
    what: "a file that has grown too long is found",
    rule: filesStayShort,
    bad: { "domain/a.ts": long(301), "db/schema.ts": long(601) },
    at: ["domain/a.ts:1", "db/schema.ts:1"],
    good: { "domain/a.ts": long(300), "db/schema.ts": long(600), "messages/en/desk.json": long(900) },
  },
];
