/** Looks at readers' pages through the front, on this machine or another: what is kept there is what readers get. */
import type { Look, LookAsReader } from "#domain/pictures/look-again.ts";
import { settings } from "./env.ts";
import { ask } from "./internal.ts";
import { log } from "./log.ts";

/** A front that has to have every page printed anew needs a while; the person sees line by line. */
const PATIENCE_MS = 45_000;
const LONGEST_ANSWER = 1_000_000;

export const lookAsReader: LookAsReader = async (paths, names) => {
  const { frontControlAddress, internalSecret } = settings();
  const unanswered = paths.map((path) => ({ path, status: 0, holds: false }));
  if (frontControlAddress === null) return unanswered;
  try {
    const { status, text } = await ask({
      address: frontControlAddress,
      path: "/__front/look",
      secret: internalSecret,
      timeoutMs: PATIENCE_MS,
      body: { paths, names },
      mostCharacters: LONGEST_ANSWER,
    });
    if (status === 200) return JSON.parse(text) as Look[];
    log().warn({ status }, "the front would not look at readers' pages");
  } catch (error) {
    log().warn({ reason: (error as Error).message }, "the front could not look at readers' pages");
  }
  return unanswered;
};
