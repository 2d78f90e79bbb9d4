import "server-only";
import { randomUUID } from "node:crypto";
import { DrizzleQueryError } from "drizzle-orm/errors";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import type { Ctx } from "#domain/context.ts";
import { Problem, type ProblemKind } from "#domain/problem.ts";
import { log } from "./log.ts";
import { deskDatabase } from "./pools.ts";
import { currentCtx } from "./session.ts";
import { settle } from "./settle.ts";

export type ActionProblem = {
  kind: ProblemKind;
  message: string;
  field?: string;
  details?: Readonly<Record<string, unknown>>;
};
/** `readersBehind`: it is done, but the front hasn't shown it to readers yet. */
export type ActionResult<R> =
  | { ok: true; value: R; readersBehind?: true }
  | { ok: false; problem: ActionProblem };

/**
 * The one shape of a server action: check what came in, run one verb as the person who is signed
 * in, answer with a value. Errors thrown in actions lose their sentence in production, so
 * problems travel as values. What readers must see is settled before the answer.
 */
export function action<Schema extends z.ZodType, R>(
  schema: Schema,
  run: (ctx: Ctx, input: z.output<Schema>) => Promise<R>,
): (input: z.input<Schema>) => Promise<ActionResult<R>> {
  return (input) => answer(async () => run(await currentCtx(), checked(schema, input)));
}

/** The same for the doors that stand open to people without a session: sign-in, welcome, recovery. */
export function openAction<Schema extends z.ZodType, R>(
  schema: Schema,
  run: (ctx: Ctx, input: z.output<Schema>) => Promise<R>,
): (input: z.input<Schema>) => Promise<ActionResult<R>> {
  return (input) =>
    answer(async () => {
      const ctx: Ctx = { db: deskDatabase(), actor: { kind: "system", name: "The door" }, now: new Date() };
      return run(ctx, checked(schema, input));
    });
}

function checked<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Problem("invalid", issue?.message ?? "That isn't complete.", {
    field: issue?.path.join("."),
    details: { issues: parsed.error.issues.map(({ path, message }) => ({ field: path.join("."), message })) },
  });
}

async function answer<R>(work: () => Promise<R>): Promise<ActionResult<R>> {
  try {
    const value = await work();
    const seq = changeSeqIn(value);
    return seq === null || (await settle(seq))
      ? { ok: true, value }
      : { ok: true, value, readersBehind: true };
  } catch (error) {
    unstable_rethrow(error);
    return { ok: false, problem: problemOf(error) };
  }
}

function problemOf(error: unknown): ActionProblem {
  if (error instanceof Problem) {
    const { kind, message, field, details } = error;
    return { kind, message, field, details };
  }
  const errorId = randomUUID().slice(0, 8);
  // The library's own message repeats every parameter, hashes and story text among them.
  const facts =
    error instanceof DrizzleQueryError ? { err: error.cause, query: error.query } : { err: error };
  log().error({ ...facts, errorId }, "an action failed");
  return {
    kind: "unavailable",
    message: `Something on our side failed. Look whether it was done, then try again. If it stays so, tell an admin this number: ${errorId}.`,
  };
}

function changeSeqIn(value: unknown): number | null {
  if (typeof value !== "object" || value === null || !("changeSeq" in value)) return null;
  return typeof value.changeSeq === "number" ? value.changeSeq : null;
}
