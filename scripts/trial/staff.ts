/**
 * Staff for exams and browser tests: a session row and its sealed cookie, made as sign-in makes
 * them, and the server actions that a browser would call, called by name over HTTP.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { encode } from "@auth/core/jwt";
import type { Database } from "#db/client.ts";
import { sessions } from "#db/schema.ts";

const DAY_MS = 86_400_000;

/** The name of the session cookie on plain http, which is what trials speak. */
export const SESSION_COOKIE = "dateline-session";

/** Opens a session for this person; the cookie's value. */
export async function signInAs(db: Database, personId: string, dataDir: string): Promise<string> {
  const expiresAt = new Date(Date.now() + DAY_MS);
  const [session] = await db.insert(sessions).values({ personId, expiresAt }).returning({ id: sessions.id });
  if (!session) throw new Error("no session was opened");
  const { authSecret } = JSON.parse(readFileSync(join(dataDir, "secrets.json"), "utf8")) as {
    authSecret: string;
  };
  return encode({ token: { sid: session.id }, secret: authSecret, salt: SESSION_COOKIE });
}

export type ActionAnswer = { status: number; body: string; value: unknown };

/** Ids of server actions by their exported name, as the build wrote them. */
export function readActionIds(buildDir: string): Map<string, string> {
  const manifest = JSON.parse(
    readFileSync(join(buildDir, "server", "server-reference-manifest.json"), "utf8"),
  ) as { node: Record<string, { exportedName?: string }> };
  return new Map(Object.entries(manifest.node).map(([id, { exportedName }]) => [exportedName ?? id, id]));
}

/** Calls a server action as the browser does: a POST to the page with the action's id and its arguments. */
export async function callAction(
  page: string,
  actionId: string,
  input: unknown,
  { cookie, headers = {} }: { cookie?: string; headers?: Record<string, string> } = {},
): Promise<ActionAnswer> {
  const answer = await fetch(page, {
    method: "POST",
    redirect: "manual",
    headers: {
      "content-type": "text/plain;charset=UTF-8",
      "next-action": actionId,
      accept: "text/x-component",
      origin: new URL(page).origin,
      ...(cookie === undefined ? {} : { cookie: `${SESSION_COOKIE}=${cookie}` }),
      ...headers,
    },
    body: JSON.stringify([input]),
  });
  const body = await answer.text();
  return { status: answer.status, body, value: valueIn(body) };
}

/** The action's answer is row 1 of the stream; dates travel as "$D…". Anything else: undefined. */
function valueIn(body: string): unknown {
  const row = /^1:(\{.*\}|\[.*\]|null|true|false|".*")$/m.exec(body)?.[1];
  if (row === undefined) return undefined;
  return JSON.parse(row, (_key, value: unknown) =>
    typeof value === "string" && value.startsWith("$D") ? new Date(value.slice(2)) : value,
  );
}
