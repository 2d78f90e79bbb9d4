/**
 * The other side of the front's contract, for tests and benches: a web that prints from a real
 * table, and acts that change it the way publishing does: one transaction, the change last.
 * A page carries `¶story:version` for each story on it; `/en` lists every live one.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { asc, eq, sql } from "drizzle-orm";
import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import { integer, pgTable, text } from "drizzle-orm/pg-core";
import type { Schema } from "#db/client.ts";
import { recordChange } from "#domain/publications/changes.ts";
import { storyNumberIn } from "#domain/site.ts";
import { portOf } from "../port.ts";

const stories = pgTable("stand_in_stories", {
  number: integer().primaryKey(),
  version: integer().notNull(),
  state: text().$type<"live" | "withdrawn">().notNull(),
});

export type StandIn = {
  port: number;
  /** What the next requests meet. */
  mood: "well" | "broken" | "silent" | "away";
  /** Time between reading the database and answering: where a change can overtake a print. */
  slowness: () => Promise<void>;
  /** Every request that reached this web. */
  seen: { method: string; url: string; headers: IncomingMessage["headers"] }[];
  /** Answers instead of the table, by path. */
  answers: Map<string, (req: IncomingMessage, res: ServerResponse) => void>;
  publish: (number: number) => Promise<Changed>;
  correct: (number: number) => Promise<Changed>;
  withdraw: (number: number) => Promise<Changed>;
  prints: (path: string) => number;
  stop: () => Promise<void>;
};

export type Changed = { seq: number; version: number };

export const FRONT = "/en";
export const pathOf = (number: number) => `/en/news/${number}-bread`;
export const pageOf = (number: number, version: number) => `¶${number}:${version} `;

export async function openStandIn(db: NodePgDatabase<Schema>, port = 0): Promise<StandIn> {
  await db.execute(sql`create table if not exists stand_in_stories
    (number integer primary key, version integer not null, state text not null)`);
  // The database is the test file's; every test begins with an empty paper.
  await db.execute(sql`truncate stand_in_stories`);
  const server = createServer(
    (req, res) => void meet(db, standIn, req, res).catch(() => res.writeHead(500).end()),
  );
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const standIn: StandIn = {
    port: portOf(server),
    mood: "well",
    slowness: async () => {},
    seen: [],
    answers: new Map(),
    publish: (number) => change(db, number, "soft", "live"),
    correct: (number) => change(db, number, "hard", "live"),
    withdraw: (number) => change(db, number, "hard", "withdrawn"),
    prints: (path) => standIn.seen.filter((one) => one.url === path).length,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return standIn;
}

async function meet(
  db: NodePgDatabase<Schema>,
  { seen, mood, answers, slowness }: StandIn,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const url = req.url ?? "";
  seen.push({ method: req.method ?? "", url, headers: req.headers });
  if (mood === "away") return void req.socket.destroy();
  if (mood === "silent") return;
  if (mood === "broken") return void res.writeHead(500).end("broken");
  const answer = answers.get(url.split("?")[0] ?? "");
  if (answer) return answer(req, res);
  if (url === FRONT) {
    const live = await db
      .select()
      .from(stories)
      .where(eq(stories.state, "live"))
      .orderBy(asc(stories.number));
    await slowness();
    return print(res, 200, "language:en outlet", live.map((one) => pageOf(one.number, one.version)).join(""));
  }
  const number = storyNumberIn(url.split("/")[3] ?? "");
  const [story] = number === null ? [] : await db.select().from(stories).where(eq(stories.number, number));
  await slowness();
  if (!story) return print(res, 404, number === null ? "outlet" : `story:${number} outlet`, "not found");
  const keys = `story:${story.number} outlet`;
  if (story.state === "withdrawn") return print(res, 410, keys, "taken back");
  print(res, 200, keys, pageOf(story.number, story.version) + "words ".repeat(80));
}

function change(
  db: NodePgDatabase<Schema>,
  number: number,
  hard: "hard" | "soft",
  state: "live" | "withdrawn",
): Promise<Changed> {
  return db.transaction(async (tx) => {
    const [row] = await tx
      .insert(stories)
      .values({ number, version: 1, state })
      .onConflictDoUpdate({ target: stories.number, set: { version: sql`${stories.version} + 1`, state } })
      .returning({ version: stories.version });
    const gone =
      state === "live" ? {} : { gone: { storyNumber: number, language: "en" as const, at: new Date() } };
    const seq = await recordChange(tx, { keys: [`story:${number}`, "language:en"], hard, ...gone });
    return { seq, version: row?.version ?? 0 };
  });
}

function print(res: ServerResponse, status: number, keys: string, words: string): void {
  res.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "public, max-age=0, must-revalidate",
    "content-security-policy": "default-src 'none'",
    "x-dateline-keys": keys,
    "x-powered-by": "a stand-in",
    "set-cookie": "never=kept",
  });
  res.end(`<!doctype html><title>Paper</title><p>${words}`);
}
