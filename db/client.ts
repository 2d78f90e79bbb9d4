import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";
import * as schema from "./schema.ts";

export type Schema = typeof schema;
/** A connection pool or a transaction on one: domain verbs don't care which. */
export type Database = NodePgDatabase<Schema> | Transaction;
export type Transaction = Parameters<Parameters<NodePgDatabase<Schema>["transaction"]>[0]>[0];

/** Every statement has a time limit: a stuck query must not hold a connection for ever. */
export const STATEMENT_TIMEOUT_MS = 15_000;

/** bigint columns (story numbers, change numbers) stay far below 2^53 here, so they come as numbers. */
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** `plans`: "once" has PostgreSQL plan a prepared question for any values at its first asking, not at its sixth. */
export type PoolSettings = { url: string; max: number; name: string; plans?: "once" };

/** One pool per process and role; sizes add up to less than the server's connections (server/env.ts). */
export function openPool({ url, max, name, plans }: PoolSettings): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    application_name: `dateline-${name}`,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    ...(plans === "once" && { options: "-c plan_cache_mode=force_generic_plan" }),
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
  });
  // An idle connection that the server closes (restart, kill) is replaced on next use.
  pool.on("error", () => {});
  // One that is lost in the middle of a transaction fails that transaction, never the process.
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

export function databaseOn(pool: pg.Pool): NodePgDatabase<Schema> {
  const db = drizzle(pool, { schema, casing: "snake_case" });
  // Drizzle gives a connection back only when "begin" worked: after a restart of the database each
  // one that had died in the pool would be lost to it, and a process without any hangs.
  db.transaction = async (work, config) => {
    const client = await pool.connect();
    try {
      return await drizzle(client, { casing: "snake_case" }).transaction(work as never, config);
    } finally {
      client.release();
    }
  };
  return db;
}
