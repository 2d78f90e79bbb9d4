/**
 * From exec of `npm start` with a current build to the first reader page and the desk, and what
 * all of it then holds in memory. The newsroom of the stage is stopped for this and runs again after.
 */
import { setTimeout as pause } from "node:timers/promises";
import { findDatabaseServer, startNewsroom, type TrialNewsroom } from "../scripts/trial/newsroom.ts";
import { SESSION_COOKIE } from "../scripts/trial/staff.ts";
import { type Figure, median, ms, round } from "./figure.ts";
import { familyOf, pssMbOf, titleOf } from "./processes.ts";
import type { Stage } from "./stage.ts";

const STARTS = 5;
const REST_MS = 30_000;

export async function benchStarts(stage: Stage): Promise<Figure[]> {
  const readers: number[] = [];
  const desks: number[] = [];
  for (let count = 0; count < STARTS; count += 1) {
    await stage.newsroom.stop();
    const startedAt = performance.now();
    const starting = startNewsroom({ ...where(stage), port: Number(new URL(stage.newsroom.url).port) });
    const { url } = stage.newsroom;
    const cookie = `${SESSION_COOKIE}=${stage.cookie}`;
    const [reader, desk] = await Promise.all([
      first(`${url}/en`, "", startedAt),
      first(`${url}/desk`, cookie, startedAt),
    ]);
    readers.push(reader);
    desks.push(desk);
    stage.newsroom = await starting;
  }
  return [
    {
      what: "exec of npm start, current build → first reader page / desk, medians",
      reached: `${ms(median(readers))} / ${ms(median(desks))}`,
      must: "≤ 1000 ms / ≤ 4000 ms",
      met: median(readers) <= 1000 && median(desks) <= 4000,
      ofLimit: Math.max(median(readers) / 1000, median(desks) / 4000),
      samples: STARTS,
      values: { readers, desks },
    },
    await restingMemory(stage.newsroom),
  ];
}

const where = ({ dataDir, buildDir }: Stage) => ({ dataDir, buildDir, env: { LOG_LEVEL: "warn" } });

/** Asks until it is answered with 200; nobody listens during the first moments. */
async function first(address: string, cookie: string, startedAt: number): Promise<number> {
  for (;;) {
    const answer = await fetch(address, { headers: { cookie }, redirect: "manual" }).catch(() => null);
    await answer?.arrayBuffer();
    if (answer?.status === 200) return performance.now() - startedAt;
    if (performance.now() - startedAt > 60_000) throw new Error(`${address} never answered`);
    await pause(10);
  }
}

async function restingMemory({ supervisor, run }: TrialNewsroom): Promise<Figure> {
  await pause(REST_MS);
  const database = findDatabaseServer(run());
  if (!supervisor.pid || !database) throw new Error("the newsroom isn't running");
  const pids = new Set([...familyOf(supervisor.pid), ...familyOf(database)]);
  const held = new Map<string, number>();
  for (const pid of pids) {
    const name = /dateline(?:-\w+)?|postgres/.exec(titleOf(pid))?.[0] ?? "other";
    held.set(name, round((held.get(name) ?? 0) + pssMbOf(pid), 1));
  }
  const whole = [...held.values()].reduce((sum, mb) => sum + mb, 0);
  return {
    what: `memory at rest, with the database, PSS (${[...held].map(([name, mb]) => `${name} ${Math.round(mb)}`).join(", ")})`,
    reached: `${Math.round(whole)} MB`,
    must: "≤ 500 MB",
    met: whole <= 500,
    ofLimit: whole / 500,
    samples: pids.size,
    values: Object.fromEntries(held),
  };
}
