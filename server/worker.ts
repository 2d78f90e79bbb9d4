/**
 * The process for work that nobody waits for. Rows of `outbox` are handed to the queue in the
 * transaction that marks them, so each is queued exactly once however often the worker dies; the
 * queue then runs them at least once, with growing pauses after a failure.
 */
import { setTimeout as pause } from "node:timers/promises";
import { JOBS } from "./jobs.ts";
import { log } from "./log.ts";
import { type Close, healthServer, listen, runRole } from "./role.ts";
import type { RoleSettings } from "./role-settings.ts";
import { openOutbox } from "./worker/outbox.ts";
import { openQueue, type Queue } from "./worker/queue.ts";

/** The database may come back later than we do. */
const RETRY_MS = 1_000;

await runRole("worker", startWorker);

async function startWorker(settings: RoleSettings): Promise<Close> {
  let examine = (): string | null => "it is starting";
  const server = healthServer("worker", settings.internalSecret, async () => examine());
  await listen(server, settings.workerAddress);
  const queue = await untilQueueOpens(settings, (why) => {
    examine = () => why;
  });
  const outbox = openOutbox(settings.databaseUrl, queue, JOBS);
  examine = outbox.reason;
  return async () => {
    examine = () => "it is stopping";
    await outbox.close();
    await queue.close();
    server.close();
    server.closeAllConnections();
  };
}

async function untilQueueOpens(settings: RoleSettings, tell: (why: string) => void): Promise<Queue> {
  for (;;) {
    try {
      return await openQueue(settings, JOBS);
    } catch (error) {
      const reason = (error as Error).message;
      tell(`the queue can't be opened: ${reason}`);
      log().warn({ reason }, "the queue can't be opened yet");
      await pause(RETRY_MS);
    }
  }
}
