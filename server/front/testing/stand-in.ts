/**
 * The other side of the front's contract, for tests and benches: a web that prints from a real
 * table, and acts that change it the way publishing does: one transaction, the change last.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { eq, sql } from "drizzle-orm";
import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import { integer, pgTable, text } from "drizzle-orm/pg-core";
import type { Schema } from "#db/client.ts";
import { recordChange } from "#domain/publications/changes.ts";
import { portOf } from "../port.ts";

const pages = pgTable("stand_in_pages", {
  path: text().primaryKey(),
  keys: text().notNull(),
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
  publish: (path: string, keys: string) => Promise<{ seq: number; version: number }>;
  correct: (path: string, keys: string) => Promise<{ seq: number; version: number }>;
  withdraw: (path: string, keys: string, storyNumber: number) => Promise<{ seq: number }>;
  prints: (path: string) => number;
  stop: () => Promise<void>;
};

export async function openStandIn(db: NodePgDatabase<Schema>, port = 0): Promise<StandIn> {
  await db.execute(sql`create table if not exists stand_in_pages
    (path text primary key, keys text not null, version integer not null, state text not null)`);
  // The scene's database is the file's; every test begins with an empty paper.
  await db.execute(sql`truncate stand_in_pages`);
  const server = createServer((req, res) => void meet(req, res));
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));

  async function meet(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const url = req.url ?? "";
    standIn.seen.push({ method: req.method ?? "", url, headers: req.headers });
    if (standIn.mood === "away") return void req.socket.destroy();
    if (standIn.mood === "silent") return;
    if (standIn.mood === "broken") return void res.writeHead(500).end("broken");
    const answer = standIn.answers.get(url.split("?")[0] ?? "");
    if (answer) return answer(req, res);
    const [page] = await db.select().from(pages).where(eq(pages.path, url));
    await standIn.slowness();
    if (!page) return print(res, 404, "outlet", "not found");
    if (page.state === "withdrawn") return print(res, 410, page.keys, "withdrawn");
    print(res, 200, page.keys, `version ${page.version} of ${page.path} ${"words ".repeat(80)}`);
  }

  async function change(path: string, keys: string, how: "hard" | "soft", storyNumber?: number) {
    const state = storyNumber === undefined ? "live" : "withdrawn";
    return db.transaction(async (tx) => {
      const [row] = await tx
        .insert(pages)
        .values({ path, keys, version: 1, state })
        .onConflictDoUpdate({ target: pages.path, set: { version: sql`${pages.version} + 1`, keys, state } })
        .returning({ version: pages.version });
      const gone =
        storyNumber === undefined ? {} : { gone: { storyNumber, language: "en" as const, at: new Date() } };
      const seq = await recordChange(tx, { keys: keys.split(" "), hard: how, ...gone });
      return { seq, version: row?.version ?? 0 };
    });
  }

  const standIn: StandIn = {
    port: portOf(server),
    mood: "well",
    slowness: async () => {},
    seen: [],
    answers: new Map(),
    publish: (path, keys) => change(path, keys, "soft"),
    correct: (path, keys) => change(path, keys, "hard"),
    withdraw: (path, keys, storyNumber) => change(path, keys, "hard", storyNumber),
    prints: (path) => standIn.seen.filter((one) => one.url === path).length,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return standIn;
}

function print(res: ServerResponse, status: number, keys: string, words: string): void {
  const body = `<!doctype html><title>${words.slice(0, 20)}</title><p>${words}`;
  res.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "public, max-age=0, must-revalidate",
    "content-security-policy": "default-src 'none'",
    "x-dateline-keys": keys,
    "x-powered-by": "a stand-in",
    "set-cookie": "never=kept",
  });
  res.end(body);
}
