/** After a commit: waits until the front shows it, so that "Published" is true when it is said. */
import { settings } from "./env.ts";
import { ask } from "./internal.ts";
import { log } from "./log.ts";

/** The front answers 504 by itself after 2 s; a little longer covers the way. */
const LIMIT_MS = 2_500;

/**
 * `seq` is the number of the change row that the transaction wrote. Never fails: what was
 * committed is committed, and the front catches up by itself as soon as it can.
 */
export async function settle(seq: number): Promise<void> {
  const { frontControlAddress, internalSecret } = settings();
  if (frontControlAddress === null) return;
  try {
    const { status } = await ask({
      address: frontControlAddress,
      path: "/__front/settle",
      secret: internalSecret,
      timeoutMs: LIMIT_MS,
      body: { seq },
    });
    if (status !== 204) log().warn({ seq, status }, "the front has not shown a change yet");
  } catch (error) {
    log().warn({ seq, reason: (error as Error).message }, "the front could not be told of a change");
  }
}
