/** After a commit: waits until the front shows it, so that "Published" is true when it is said. */
import { setTimeout as pause } from "node:timers/promises";
import { settings } from "./env.ts";
import { ask } from "./internal.ts";
import { log } from "./log.ts";

/** The front answers 504 by itself after 2 s; a little longer covers the way. */
const LIMIT_MS = 2_500;
/** A front that is being started again is back within a few seconds. */
const PATIENCE_MS = 8_000;
const PAUSE_MS = 200;

/**
 * `seq` is the number of the change row that the transaction wrote. Never fails: what was
 * committed is committed, and the front catches up by itself as soon as it can. False when it
 * still hasn't: then whoever published must hear that readers may not see it yet.
 */
export async function settle(seq: number): Promise<boolean> {
  const until = performance.now() + PATIENCE_MS;
  while (!(await hasApplied(seq))) {
    if (performance.now() > until) return false;
    await pause(PAUSE_MS);
  }
  return true;
}

async function hasApplied(seq: number): Promise<boolean> {
  const { frontControlAddress, internalSecret } = settings();
  if (frontControlAddress === null) return true;
  try {
    const { status } = await ask({
      address: frontControlAddress,
      path: "/__front/settle",
      secret: internalSecret,
      timeoutMs: LIMIT_MS,
      body: { seq },
    });
    if (status !== 204) log().warn({ seq, status }, "the front has not shown a change yet");
    return status === 204;
  } catch (error) {
    log().warn({ seq, reason: (error as Error).message }, "the front could not be told of a change");
    return false;
  }
}
