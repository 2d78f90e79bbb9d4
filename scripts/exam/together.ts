/** People who write at once, and what they see of each other: how late, and whether it is all there. */
import { setTimeout as pause } from "node:timers/promises";
import type * as Y from "yjs";
import { bodyOf } from "#domain/rooms/room-document.ts";
import { RoomClient, type RoomDoor } from "../trial/room-client.ts";
import { judge, Typist, tokensIn, type Verdict } from "./typists.ts";

export type Together = {
  stories: readonly string[];
  doors: readonly RoomDoor[];
  writers: number;
  keysPerSecond: number;
  seconds: number;
  random: () => number;
  /** Seconds between two cuts of somebody's line, and how long one lasts at most; null: none. */
  cuts: { everySeconds: number; longestSeconds: number } | null;
  newTabEverySeconds: number | null;
};

export type Measured = Verdict & {
  equal: boolean;
  typed: number;
  echoP95: number;
  acknowledgedP95: number;
  cuts: number;
  tabs: number;
};

export async function writeTogether(terms: Together): Promise<Measured> {
  const watch = new Watch();
  const typists = Array.from({ length: terms.writers }, (_, at) => seat(terms, watch, at));
  await Promise.all(typists.map(({ client }) => client.until(() => client.isSynced, 60_000)));
  for (const typist of typists) typist.begin();
  const tabs: RoomClient[] = [];
  const ends = performance.now() + terms.seconds * 1000;
  const [cuts] = await Promise.all([cutLines(terms, typists, ends), openTabs(terms, tabs, ends)]);
  for (const typist of typists) await typist.stop(60_000);
  const readings = await Promise.all(terms.stories.map((storyId) => readAgain(terms, storyId)));
  const everybody = [...typists.map(({ client }) => client), ...tabs];
  const equal = await haveAll(everybody, readings);
  const counts = tokensIn(readings.map(({ words }) => words.join("")));
  const verdict = judge(typists, counts);
  for (const client of everybody) client.leave();
  const typed = typists.reduce((sum, one) => sum + one.typedCount, 0);
  return {
    ...verdict,
    ...{ equal: equal && counts.size === typed, typed, cuts, tabs: tabs.length },
    ...{ echoP95: p95(watch.echoes), acknowledgedP95: p95(watch.answers) },
  };
}

function seat(terms: Together, watch: Watch, at: number): Typist {
  const storyId = terms.stories[at % terms.stories.length] ?? "";
  const door = terms.doors[at % terms.doors.length];
  if (!door) throw new Error("nobody is at work");
  const typist: Typist = new Typist({
    ...{ name: nameOf(at), door, storyId, keysPerSecond: terms.keysPerSecond, random: terms.random },
    onTyped: (token, typedAt) => watch.typed.set(token, typedAt),
    onAcknowledged: (ms) => watch.answers.push(ms),
    onCut: (tokens) => {
      for (const token of tokens) watch.typed.delete(token);
    },
  });
  watch.look(typist.client);
  return typist;
}

/** Letters only, so that a token's number can't run into its writer's. */
function nameOf(at: number): string {
  return String.fromCharCode(97 + Math.floor(at / 26), 97 + (at % 26));
}

/** When each keystroke was typed, and when others had it. One process, one clock. */
class Watch {
  readonly typed = new Map<string, number>();
  readonly echoes: number[] = [];
  readonly answers: number[] = [];

  look(client: RoomClient): void {
    let since = performance.now();
    client.provider.on("synced", () => {
      since = performance.now();
    });
    bodyOf(client.room).observeDeep((events, transaction) => {
      if (transaction.local || !client.isSynced) return;
      const now = performance.now();
      for (const token of events.flatMap(tokensOf)) {
        const typedAt = this.typed.get(token);
        // What was typed while this one was away comes with the sync, not as an echo.
        if (typedAt !== undefined && typedAt > since) this.echoes.push(now - typedAt);
      }
    });
  }
}

function tokensOf(event: Y.YEvent<Y.AbstractType<unknown>>): string[] {
  return event.changes.delta.flatMap(({ insert }) =>
    typeof insert === "string" ? insert.split(",").filter((token) => token !== "") : [],
  );
}

async function cutLines(
  { cuts, random }: Together,
  typists: readonly Typist[],
  ends: number,
): Promise<number> {
  if (cuts === null) {
    await pause(Math.max(0, ends - performance.now()));
    return 0;
  }
  let count = 0;
  const away: Promise<void>[] = [];
  while (performance.now() < ends) {
    await pause(Math.min(cuts.everySeconds * 1000, Math.max(0, ends - performance.now())));
    const typist = typists[Math.floor(random() * typists.length)];
    if (!typist?.client.isSynced || performance.now() >= ends) continue;
    count += 1;
    typist.cut();
    const longMs = 1000 + random() * (cuts.longestSeconds - 1) * 1000;
    away.push(pause(Math.min(longMs, Math.max(0, ends - performance.now()))).then(() => typist.comeBack()));
  }
  await Promise.all(away);
  return count;
}

async function openTabs({ newTabEverySeconds, doors, stories }: Together, tabs: RoomClient[], ends: number) {
  const [door] = doors;
  const [storyId] = stories;
  if (newTabEverySeconds === null || !door || storyId === undefined) return;
  while (performance.now() + newTabEverySeconds * 1000 < ends) {
    await pause(newTabEverySeconds * 1000);
    tabs.push(new RoomClient(door, { storyId }));
  }
}

type Reading = { storyId: string; words: string[] };

/** The story as somebody gets it who comes in afterwards. */
async function readAgain({ doors }: Together, storyId: string): Promise<Reading> {
  const [door] = doors;
  if (!door) throw new Error("nobody is at work");
  const reader = new RoomClient(door, { storyId });
  await reader.until(() => reader.isSynced, 60_000);
  const words = reader.words();
  reader.leave();
  return { storyId, words };
}

async function haveAll(clients: readonly RoomClient[], readings: readonly Reading[]): Promise<boolean> {
  const wanted = new Map(readings.map(({ storyId, words }) => [storyId, words.join("|")]));
  const has = (client: RoomClient) =>
    client.words().join("|") === wanted.get(client.provider.configuration.name);
  const answers = clients.map((client) =>
    client
      .until(() => has(client), 20_000)
      .then(
        () => true,
        () => false,
      ),
  );
  return (await Promise.all(answers)).every(Boolean);
}

function p95(values: readonly number[]): number {
  return Math.round([...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Number.NaN);
}
