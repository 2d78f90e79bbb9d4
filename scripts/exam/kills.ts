import { setTimeout as pause } from "node:timers/promises";
import { findDatabaseServer, untilReady } from "../trial/newsroom.ts";
import { randomFrom } from "./random.ts";
import type { Trial } from "./trial.ts";

const TARGETS = ["web", "database", "front", "supervisor"] as const;
export type Target = (typeof TARGETS)[number];

/** Kills the roles in turn at random moments and waits until the newsroom is whole again. */
export async function runKills(trial: Trial, { kills, seed }: { kills: number; seed: number }) {
  const random = randomFrom(seed);
  const done: Record<Target, number> = { web: 0, database: 0, front: 0, supervisor: 0 };
  for (let count = 0; count < kills; count += 1) {
    const target = TARGETS[count % TARGETS.length] ?? "web";
    await pause(300 + random() * 900);
    kill(trial, target);
    done[target] += 1;
    if (target === "supervisor") await trial.startAgain();
    else await untilReady(trial.newsroom);
  }
  return done;
}

function kill(trial: Trial, target: Target): void {
  const { supervisor } = trial.newsroom;
  const pid =
    target === "supervisor"
      ? supervisor.pid
      : target === "database"
        ? findDatabaseServer(trial.newsroom.run())
        : trial.newsroom.pidOf(target);
  if (!pid) throw new Error(`${target} isn't running, so it can't be killed`);
  process.kill(pid, "SIGKILL");
}
