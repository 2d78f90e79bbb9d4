/** The database as the supervisor sees it: given from outside, or embedded and kept running. */
import { setTimeout as pause } from "node:timers/promises";
import { Problem } from "#domain/problem.ts";
import { planDatabase, type RunningDatabase } from "../database.ts";
import type { Settings } from "../env.ts";
import { log } from "../log.ts";
import { asReader } from "../role-settings.ts";
import { Backoff, RESTARTS } from "./backoff.ts";

export type KeptDatabase = {
  readonly url: string;
  readonly readerUrl: string;
  /** Resolves when it takes connections. */
  start(): Promise<void>;
  /** A start that is still under way ends first: no server outlives this. */
  stop(): Promise<void>;
};

/** A database on another machine may come up after us. */
const OUTSIDE_PATIENCE_MS = 30_000;

export function findDatabase({ databaseUrl, readerDatabaseUrl, dataDir }: Settings): KeptDatabase {
  if (databaseUrl === null) return embeddedDatabase(dataDir);
  return {
    url: databaseUrl,
    readerUrl: readerDatabaseUrl ?? asReader(databaseUrl),
    start: () => untilReachable(databaseUrl),
    stop: async () => {},
  };
}

function embeddedDatabase(dataDir: string): KeptDatabase {
  const plan = planDatabase(dataDir);
  const backoff = new Backoff(RESTARTS);
  let running: RunningDatabase | null = null;
  let starting: Promise<void> = Promise.resolve();
  const stopping = new AbortController();

  const begin = async () => {
    const startedAt = performance.now();
    const server = await plan.start(stopping.signal);
    running = server;
    if (server.adopted) log().info({}, "found the database still running and took it over");
    void server.lost.then((how) => restart(how, performance.now() - startedAt));
  };
  const start = () => {
    starting = begin();
    return starting;
  };
  const restart = async (how: string, ranMs: number) => {
    for (let reason = how, ran = ranMs; !stopping.signal.aborted; ran = 0) {
      const pauseMs = backoff.after(ran);
      log().warn({ reason, pauseMs }, "the database is started again");
      await pause(pauseMs);
      if (stopping.signal.aborted) return;
      try {
        return await start();
      } catch (error) {
        reason = (error as Error).message;
      }
    }
  };

  if (plan.note !== null) log().info({}, plan.note);
  return {
    url: plan.url,
    readerUrl: plan.readerUrl,
    start,
    stop: async () => {
      stopping.abort();
      await starting.catch(() => {}); // whoever asked for the start is told why it failed
      await running?.stop();
    },
  };
}

async function untilReachable(url: string): Promise<void> {
  const { default: pg } = await import("pg");
  const limit = performance.now() + OUTSIDE_PATIENCE_MS;
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    client.on("error", () => {});
    try {
      await client.connect();
      const { rows } = await client.query("select current_setting('server_version_num')::int as version");
      await client.end();
      if (rows[0].version >= 150_000) return;
      throw new Problem("unavailable", "DATABASE_URL leads to a PostgreSQL older than 15, which is too old.");
    } catch (error) {
      if (error instanceof Problem) throw error;
      await client.end().catch(() => {});
      if (performance.now() > limit) {
        throw new Problem(
          "unavailable",
          `The database of DATABASE_URL can't be reached: ${(error as Error).message}`,
        );
      }
      await pause(500);
    }
  }
}
