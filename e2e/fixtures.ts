/**
 * What browser tests have at hand: people of the newsroom, each in a browser of their own; the
 * newsroom's verbs, to set a scene without clicking; a reader without JavaScript.
 */
import { type BrowserContext, type BrowserContextOptions, test as base, type Page } from "@playwright/test";
import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import { databaseOn, openPool, type Schema } from "#db/client.ts";
import type { Actor, Ctx, Person } from "#domain/context.ts";
import type { Newsroom } from "#domain/testing/people.ts";
import { findRunFile } from "#server/run-file.ts";
import { SESSION_COOKIE, signInAs } from "../scripts/trial/staff.ts";

export type Who = { [Name in keyof Newsroom]: Newsroom[Name] extends Person ? Name : never }[keyof Newsroom];

export type Scene = {
  /** The database that the newsroom works on. */
  url: string;
  newsroom: Newsroom;
  db: NodePgDatabase<Schema>;
  /** A context in which this person acts, now. */
  as: (actor: Actor) => Ctx;
};

type Fixtures = {
  /** A page in a new browser in which this person is signed in. */
  signIn: (who: Who | Person, options?: BrowserContextOptions) => Promise<Page>;
  /** Somebody whom nobody knows, with JavaScript switched off. */
  reader: Page;
};

export const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

export const test = base.extend<Fixtures, { scene: Scene }>({
  scene: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern
    async ({}, use) => {
      const run = findRunFile(requireSetting("TRIAL_DATA_DIR"));
      if (!run) throw new Error("the newsroom isn't running");
      const pool = openPool({ url: run.databaseUrl, max: 2, name: "browser tests" });
      const db = databaseOn(pool);
      const newsroom = JSON.parse(requireSetting("TRIAL_PEOPLE")) as Newsroom;
      await use({ url: run.databaseUrl, newsroom, db, as: (actor) => ({ db, actor, now: new Date() }) });
      await pool.end();
    },
    { scope: "worker" },
  ],
  signIn: async ({ browser, scene, baseURL }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (who, options) => {
      const person = typeof who === "string" ? scene.newsroom[who] : who;
      const context = await browser.newContext({ baseURL, ...options });
      opened.push(context);
      const value = await signInAs(scene.db, person.personId, requireSetting("TRIAL_DATA_DIR"));
      await context.addCookies([
        { name: SESSION_COOKIE, value, url: baseURL ?? "", httpOnly: true, sameSite: "Lax" },
      ]);
      return context.newPage();
    });
    await Promise.all(opened.map((context) => context.close()));
  },
  reader: async ({ browser, baseURL }, use) => {
    const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
    await use(await context.newPage());
    await context.close();
  },
});

export const expect = base.expect;

/** What e2e/start.ts has left for the workers. */
export function requireSetting(name: string): string {
  const value = process.env[name];
  if (!value)
    throw new Error(`${name} is missing: run the tests with npx playwright test, which starts a newsroom`);
  return value;
}
