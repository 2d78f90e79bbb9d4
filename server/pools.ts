/**
 * One pool per process and role. Next compiles its server entries separately, so the pools live
 * on `globalThis`: a module variable would open one set for each entry.
 */
import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import { databaseOn, openPool, type Schema } from "#db/client.ts";
import { Problem } from "#domain/problem.ts";
import { readSettings } from "./env.ts";
import { asReader } from "./role-settings.ts";

type Pools = { desk?: NodePgDatabase<Schema>; reader?: NodePgDatabase<Schema> };
const holder = globalThis as typeof globalThis & { datelinePools?: Pools };

function pools(): Pools {
  holder.datelinePools ??= {};
  return holder.datelinePools;
}

/** What staff and jobs work on: every table. */
export function deskDatabase(): NodePgDatabase<Schema> {
  const open = pools();
  open.desk ??= connect("desk", (settings) => settings.databaseUrl);
  return open.desk;
}

/** What reader pages are printed from: the views of schema `reader` and nothing else. */
export function readerDatabase(): NodePgDatabase<Schema> {
  const open = pools();
  // Connections come and go with the readers, and planning through the views costs ten times the answer.
  open.reader ??= connect(
    "reader",
    ({ databaseUrl, readerDatabaseUrl }) =>
      readerDatabaseUrl === null && databaseUrl !== null ? asReader(databaseUrl) : readerDatabaseUrl,
    "once",
  );
  return open.reader;
}

function connect(
  name: string,
  pick: (settings: ReturnType<typeof readSettings>) => string | null,
  plans?: "once",
): NodePgDatabase<Schema> {
  const settings = readSettings(process.env);
  const url = pick(settings);
  if (url === null) {
    throw new Problem("unavailable", "DATABASE_URL is not set in this process: start it with npm start.");
  }
  return databaseOn(openPool({ url, max: settings.databasePoolSize, name, plans }));
}
