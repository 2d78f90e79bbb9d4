/**
 * Publishing straight after an upload: the files of its pictures are seconds away, and a page that
 * goes out with them is better than one that goes out twice. So we wait that long, never longer:
 * a story in a hurry goes out without its picture, which then appears by itself.
 */
import { setTimeout as pause } from "node:timers/promises";
import type { Ctx } from "#domain/context.ts";
import { awaitsPictures } from "#domain/pictures/unmade.ts";

const PATIENCE_MS = 4_000;
const LOOK_EVERY_MS = 200;

export function withPictures<Input extends { revisionId: string }, Result>(
  publish: (ctx: Ctx, input: Input) => Promise<Result>,
  patienceMs = PATIENCE_MS,
): (ctx: Ctx, input: Input) => Promise<Result> {
  return async (ctx, input) => {
    const until = performance.now() + patienceMs;
    while (performance.now() < until && (await awaitsPictures(ctx.db, input.revisionId))) {
      await pause(LOOK_EVERY_MS);
    }
    return publish(ctx, input);
  };
}
