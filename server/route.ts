import "server-only";
import { randomUUID } from "node:crypto";
import { unstable_rethrow } from "next/navigation";
import type { Ctx } from "#domain/context.ts";
import { Problem, type ProblemKind } from "#domain/problem.ts";
import { log } from "./log.ts";
import { currentCtx } from "./session.ts";

const STATUS: Record<ProblemKind, number> = {
  invalid: 400,
  "signed-out": 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  unavailable: 503,
};

/**
 * The one shape of an address below /api for people with a session: asks who is there, runs, and
 * turns what went wrong into `{ "message": … }` with the status that says so. Nothing is cached
 * unless the answer says it may be.
 */
export async function route(request: Request, run: (ctx: Ctx) => Promise<Response>): Promise<Response> {
  try {
    if (!isFromHere(request)) throw new Problem("forbidden", "This request came from another site.");
    return await run(await currentCtx());
  } catch (error) {
    unstable_rethrow(error);
    return sayProblem(error);
  }
}

/** Like a server action: a page of another site can't act for whoever is signed in here. */
function isFromHere({ method, headers }: Request): boolean {
  if (method === "GET" || method === "HEAD" || method === "OPTIONS") return true;
  const origin = headers.get("origin");
  if (origin === null) return ["same-origin", "none", null].includes(headers.get("sec-fetch-site"));
  const host = headers.get("x-forwarded-host") ?? headers.get("host");
  return URL.canParse(origin) && new URL(origin).host === host;
}

function sayProblem(error: unknown): Response {
  if (error instanceof Problem) return say(STATUS[error.kind], error.message);
  const errorId = randomUUID().slice(0, 8);
  log().error({ err: error, errorId }, "a request below /api failed");
  return say(500, `Something on our side failed. If it stays so, tell an admin this number: ${errorId}.`);
}

function say(status: number, message: string): Response {
  return Response.json({ message }, { status, headers: { "cache-control": "no-store" } });
}
