import { type Case, long } from "./cases-of-rooms.ts";
import { layoutIsLogical } from "./logical.ts";
import { messageKeysMatch } from "./messages.ts";
import {
  browserTestsActByRole,
  domainHasNoClock,
  oneTableOfJobs,
  oneWayToFail,
  oneWayToFetch,
  oneWayToWriteTime,
  rawHtmlInNamedFiles,
  readsKnowTheirConnection,
  settingsComeFromEnv,
} from "./seams.ts";
import { functionsStayShort } from "./sizes.ts";
import { noHardCodedStrings } from "./strings.ts";

export const CASES_OF_CODE: Case[] = [
  {
    what: "a clock in the domain is found",
    rule: domainHasNoClock,
    bad: { "domain/a.ts": "const a = new Date();\nconst b = Date.now();" },
    at: ["domain/a.ts:1", "domain/a.ts:2"],
    good: { "domain/a.ts": "const a = new Date(ctx.now.getTime());", "server/a.ts": "const a = Date.now();" },
  },
  {
    what: "a verb that asks several things of one connection at once is found",
    rule: readsKnowTheirConnection,
    bad: { "domain/a.ts": "await Promise.all([listA(db), listB(db)]);" },
    at: ["domain/a.ts:1"],
    good: {
      "domain/a.ts": "await together(db, [() => listA(db), () => listB(db)]);",
      "domain/a.test.ts": "await Promise.all([publish(a), publish(b)]);",
      "server/a.ts": "await Promise.all([stopA(), stopB()]);",
    },
  },
  {
    what: "the environment is read in one place",
    rule: settingsComeFromEnv,
    bad: { "domain/a.ts": "const a = process.env.PORT;", "server/log.ts": "const { LEVEL } = process.env;" },
    at: ["domain/a.ts:1", "server/log.ts:1"],
    good: {
      "server/env.ts": "const a = process.env.PORT;",
      "server/web.ts": "const s = readSettings(process.env);",
    },
  },
  {
    what: "a date that is written in passing is found",
    rule: oneWayToWriteTime,
    bad: {
      "components/a.tsx": 'const a = at.toLocaleDateString();\nconst b = new Intl.DateTimeFormat("en");',
    },
    at: ["components/a.tsx:1", "components/a.tsx:2"],
    good: { "domain/time.ts": 'const b = new Intl.DateTimeFormat("en");' },
  },
  {
    what: "a screen that swallows an error is found",
    rule: oneWayToFail,
    bad: { "app/a.ts": "try { a(); } catch {}", "components/b.ts": "a().catch(() => {});" },
    at: ["app/a.ts:1", "components/b.ts:1"],
    good: { "server/action.ts": "try { a(); } catch {}", "app/a.ts": "try { a(); } finally {}" },
  },
  {
    what: "an unguarded fetch is found",
    rule: oneWayToFetch,
    bad: { "domain/a.ts": "await fetch(url);", "server/b.ts": "globalThis.fetch(url);" },
    at: ["domain/a.ts:1", "server/b.ts:1"],
    good: { "server/a.ts": "await guardedFetch(url); cache.fetch(1);" },
  },
  {
    what: "work on a timer is found",
    rule: oneTableOfJobs,
    bad: { "server/a.ts": "setInterval(run, 1000);" },
    at: ["server/a.ts:1"],
    good: { "server/a.ts": "setTimeout(run, 1000);" },
  },
  {
    what: "a browser test that sleeps or looks for markup is found",
    rule: browserTestsActByRole,
    bad: { "e2e/a.spec.ts": 'await page.waitForTimeout(50);\nawait page.locator(".save").click();' },
    at: ["e2e/a.spec.ts:1", "e2e/a.spec.ts:2"],
    good: { "e2e/a.spec.ts": 'await page.getByRole("button", { name: "Save" }).click();' },
  },
  {
    what: "raw HTML is found, also without React",
    rule: rawHtmlInNamedFiles,
    bad: { "components/a.tsx": "const a = <p dangerouslySetInnerHTML={x} />;\nnode.innerHTML = x;" },
    at: ["components/a.tsx:1", "components/a.tsx:2"],
    good: { "components/a.tsx": "const a = <p>{x}</p>; node.textContent = x;" },
  },
  {
    what: "a function that has grown too long is found; a component may be longer",
    rule: functionsStayShort,
    bad: {
      "domain/a.ts": `export function a() {\n${long(59)}\n}`,
      "components/a.tsx": `export function List() {\n${long(119)}\n}`,
    },
    at: ["domain/a.ts:1", "components/a.tsx:1"],
    good: {
      "domain/a.ts": `export function a() {\n${long(58)}\n}`,
      "components/a.tsx": `export function List() {\n${long(118)}\n}`,
    },
  },
  {
    what: "a sentence that is spelled on a screen is found",
    rule: noHardCodedStrings,
    bad: {
      "components/ui/a.tsx":
        'const a = <p>Publish now</p>;\nconst b = <input aria-label="Search" />;\nconst c = <p>{live ? "Live" : t("draft")}</p>;\nconst d = <F label={`About ${x}`} />;',
    },
    at: ["components/ui/a.tsx:1", "components/ui/a.tsx:2", "components/ui/a.tsx:3", "components/ui/a.tsx:4"],
    good: {
      "components/ui/a.tsx": '<p className="flex">{t("publish")} · {kind === "live" ? t("live") : null}</p>;',
      "components/reader/b.tsx": "<p>Reader pages have their words in domain/languages</p>;",
    },
  },
  {
    what: "a physical side is found in classes, styles and style sheets",
    rule: layoutIsLogical,
    bad: {
      "components/ui/a.tsx":
        '<p className="flex ml-2" />;\n<p className={`md:text-left ${x}`} />;\n<p style={{ marginLeft: 2 }} />;',
      "app/globals.css": ".a {\n  padding-left: 2px;\n  left: 0;\n}",
    },
    at: [
      "components/ui/a.tsx:1",
      "components/ui/a.tsx:2",
      "components/ui/a.tsx:3",
      "app/globals.css:2",
      "app/globals.css:3",
    ],
    good: {
      "components/ui/a.tsx": '<p className="flex ms-2 text-start html-left-over" title={t("left")} />;',
      "app/globals.css": "/* not margin-left: 1px */\n.a {\n  padding-inline-start: 2px;\n}",
    },
  },
  {
    what: "a message that is missing and one that nobody asks for are found",
    rule: messageKeysMatch,
    bad: {
      "messages/en/desk.json": '{\n  "new": "New story",\n  "old": "Old story"\n}',
      "components/desk/a.tsx": 'const t = words("desk");\nt("new"); t("newer");',
    },
    at: ["components/desk/a.tsx:2", "messages/en/desk.json:3"],
    good: {
      "messages/en/desk.json": '{ "new": "New story", "stage": { "ready": "Ready" } }',
      "components/desk/a.tsx": 'const t = words("desk");\nt("new"); t(`stage.${stage}`);',
    },
  },
];
