import { setTimeout as pause } from "node:timers/promises";
import { findDatabaseServer, untilReady } from "../trial/newsroom.ts";
import { randomFrom } from "./random.ts";
import type { Trial } from "./trial.ts";

const TARGETS = ["web", "database", "front", "supervisor"] as const;
export type Target = (typeof TARGETS)[number] | "collab";

/** Kills the roles in turn at random moments and waits until the newsroom is whole again. */
export async function runKills(trial: Trial, { kills, seed }: { kills: number; seed: number }) {
  const random = randomFrom(seed);
  const done = { web: 0, database: 0, front: 0, supervisor: 0 };
  for (let count = 0; count < kills; count += 1) {
    const target = TARGETS[count % TARGETS.length] ?? "web";
    await pause(300 + random() * 900);
    await kill(trial, target);
    done[target] += 1;
    if (target === "supervisor") await trial.startAgain();
    else await untilReady(trial.newsroom);
  }
  return done;
}

/** Waits for the target to be there: one that has just come back may still be taking its name. */
export async function kill(trial: Trial, target: Target): Promise<void> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const pid = pidOf(trial, target);
    if (pid) return void process.kill(pid, "SIGKILL");
    if (Date.now() > deadline) throw new Error(`${target} isn't running, so it can't be killed`);
    await pause(50);
  }
}

function pidOf({ newsroom }: Trial, target: Target): number | null | undefined {
  if (target === "supervisor") return newsroom.supervisor.pid;
  return target === "database" ? findDatabaseServer(newsroom.run()) : newsroom.pidOf(target);
}
