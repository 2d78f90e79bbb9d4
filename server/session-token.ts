/**
 * From a cookie to a person. The cookie is an encrypted envelope (next-auth's JWT) that holds the
 * id of a session row and nothing else; the row is looked up every time, so ending it ends the
 * session on the next request. Plain Node: web and collab both come through here.
 */
import { decode } from "@auth/core/jwt";
import { findSession, type OpenSession } from "#domain/users/find-session.ts";
import { touchSession } from "#domain/users/open-session.ts";
import { settings } from "./env.ts";
import { deskDatabase } from "./pools.ts";

/** Where the front is https the cookie is `Secure` and pinned to this host by its name. */
export function sessionCookieName(): string {
  return settings().secureCookies ? "__Host-dateline-session" : "dateline-session";
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The session id inside a token; null for anything that we didn't seal, or that is past its date. */
export async function sessionIdIn(token: string | undefined): Promise<string | null> {
  if (!token || token.length > 4096) return null;
  const payload = await decode({ token, secret: settings().authSecret, salt: sessionCookieName() }).catch(
    () => null, // forged, torn or sealed with an older secret: no envelope of ours
  );
  return typeof payload?.sid === "string" && UUID.test(payload.sid) ? payload.sid : null;
}

/** The signed-in session behind a cookie's value. A database that is down throws: it isn't "signed out". */
export async function sessionOfToken(token: string | undefined): Promise<OpenSession | null> {
  const sessionId = await sessionIdIn(token);
  if (sessionId === null) return null;
  const clock = { db: deskDatabase(), now: new Date() };
  const session = await findSession(clock, sessionId);
  if (session) await touchSession(clock, session);
  return session;
}

/** The session behind a request's whole `cookie` header, for processes without Next. */
export async function sessionOfCookie(cookieHeader: string | null | undefined): Promise<OpenSession | null> {
  const name = sessionCookieName();
  for (const pair of (cookieHeader ?? "").split(";")) {
    const cut = pair.indexOf("=");
    if (cut > 0 && pair.slice(0, cut).trim() === name) return sessionOfToken(pair.slice(cut + 1).trim());
  }
  return null;
}
