import { randomBytes } from "node:crypto";
import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";
import { test as base } from "vitest";
import { databaseOn, openPool, type Schema } from "#db/client.ts";
import type { Actor, Ctx } from "../context.ts";
import { type Newsroom, openNewsroom } from "./people.ts";
import { databaseNamed, TEMPLATE } from "./setup.ts";

/** Monday noon in Erbil, 12 January 2026. */
export const noon = new Date("2026-01-12T09:00:00Z");

export type Scene = {
  /** This file's own database. */
  url: string;
  db: NodePgDatabase<Schema>;
  newsroom: Newsroom;
  /** A context in which this person acts, at noon unless another clock is given. */
  as: (actor: Actor, now?: Date) => Ctx;
};

async function freshDatabase(serverUrl: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `test_${randomBytes(6).toString("hex")}`;
  const admin = new pg.Client({ connectionString: serverUrl });
  await admin.connect();
  await admin.query(`create database ${name} template ${TEMPLATE}`);
  return {
    url: databaseNamed(serverUrl, name),
    drop: async () => {
      await admin.query(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}

/** A test in a newsroom of its file's own: real schema, real migrations, real PostgreSQL. */
export const test = base.extend<{ scene: Scene; emptyUrl: string }>({
  scene: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads the fixture's needs from this pattern
    async ({}, use) => {
      const { inject } = await import("vitest");
      const { url, drop } = await freshDatabase(inject("databaseUrl"));
      const pool = openPool({ url, max: 8, name: "test" });
      const db = databaseOn(pool);
      const newsroom = await openNewsroom(db);
      await use({ url, db, newsroom, as: (actor, now = noon) => ({ db, actor, now }) });
      await pool.end();
      await drop();
    },
    { scope: "file" },
  ],
  /** A migrated database with nothing in it, for one test. */
  // biome-ignore lint/correctness/noEmptyPattern: as above
  emptyUrl: async ({}, use) => {
    const { inject } = await import("vitest");
    const { url, drop } = await freshDatabase(inject("databaseUrl"));
    await use(url);
    await drop();
  },
});
