/**
 * The door. Who may come in is decided here, with the account, the password and the limits; a
 * session is a row. next-auth's part is to seal the row's id in a cookie, and nothing more, so
 * none of its own addresses are mounted: the only ways in and out are the functions below.
 */
import { cookies, headers } from "next/headers";
import NextAuth, { type NextAuthConfig, type User } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import type { Ctx } from "#domain/context.ts";
import { Problem } from "#domain/problem.ts";
import { changePassword } from "#domain/users/change-password.ts";
import { findAccount } from "#domain/users/find-account.ts";
import { type ChangePasswordInput, type SignInInput, signInInput } from "#domain/users/input.ts";
import { closeSession, openSession, SESSION_LIFE_DAYS } from "#domain/users/open-session.ts";
import { passwordMatches } from "#domain/users/password.ts";
import { settings } from "./env.ts";
import { log } from "./log.ts";
import { deskDatabase } from "./pools.ts";
import { currentSession } from "./session.ts";
import { sessionCookieName, sessionIdIn } from "./session-token.ts";
import { type SignInLimits, signInLimitsOn, sourceOf } from "./sign-in-limits.ts";

declare module "next-auth" {
  interface User {
    sessionId?: string;
  }
}

const LIFE_SECONDS = SESSION_LIFE_DAYS * 86_400;

/** The same for a wrong address, a wrong password and a suspended account. */
const REFUSED = "That e-mail address and password don't match.";

const holder = globalThis as typeof globalThis & { datelineSignInLimits?: SignInLimits };

/** One set of counters for the process, whichever of Next's bundles asks. */
export function signInLimits(): SignInLimits {
  holder.datelineSignInLimits ??= signInLimitsOn(deskDatabase());
  return holder.datelineSignInLimits;
}

async function letIn(typed: Partial<Record<string, unknown>>, request: Request): Promise<User> {
  const { email, password } = signInInput.parse(typed);
  const db = deskDatabase();
  const source = sourceOf(request.headers.get("x-forwarded-for") ?? "");
  const account = await findAccount(db, email, source);
  const giveBack = await signInLimits().take({ email, source, isKnownSource: account.isKnownSource });
  const isRight = await passwordMatches(account.passwordHash, password);
  const { personId, passwordHash, isSuspended } = account;
  if (!isRight || isSuspended || personId === null || passwordHash === null) {
    throw new Problem("forbidden", REFUSED);
  }
  const userAgent = request.headers.get("user-agent") ?? "";
  const opening = { personId, passwordHash, source, userAgent };
  const sessionId = await openSession({ db, now: new Date() }, opening);
  if (sessionId === null) throw new Problem("forbidden", REFUSED);
  await giveBack();
  return { id: personId, sessionId };
}

function config(): NextAuthConfig {
  const secure = settings().secureCookies;
  return {
    secret: settings().authSecret,
    trustHost: true, // the front owns the public port and the forwarded headers
    useSecureCookies: secure,
    session: { strategy: "jwt", maxAge: LIFE_SECONDS },
    cookies: {
      sessionToken: {
        name: sessionCookieName(),
        options: { httpOnly: true, sameSite: "lax", path: "/", secure },
      },
    },
    providers: [Credentials({ id: "password", credentials: { email: {}, password: {} }, authorize: letIn })],
    callbacks: {
      jwt: ({ user }) => (user?.sessionId ? { sid: user.sessionId } : null),
      redirect: ({ baseUrl }) => baseUrl, // where to go next is the caller's, see next-address.ts
    },
    logger: {
      error: (error) => problemIn(error) ?? log().error({ err: error }, "sign-in failed"),
      warn: () => {},
      debug: () => {},
    },
  };
}

const { signIn } = NextAuth(config);

/** Signs this browser in. Throws Problem "forbidden" (one sentence for every reason) or "unavailable" (limits). */
export async function signInWithPassword({ email, password }: SignInInput): Promise<void> {
  try {
    await signIn("password", { email, password, redirect: false, redirectTo: "/desk" });
  } catch (error) {
    throw problemIn(error) ?? error;
  }
  // next-auth answers a mistake in its own settings with a page, not an error: no cookie, no entry.
  if (!(await cookies()).get(sessionCookieName())?.value) throw new Error("no session cookie was set");
}

/** Changes the password of whoever is asking, within the limits of sign-in: a stolen session is no oracle. */
export async function changeOwnPassword(ctx: Ctx, input: ChangePasswordInput): Promise<{ ended: number }> {
  const session = await currentSession();
  if (!session) throw new Problem("signed-out", "You are signed out. Sign in again.");
  const source = sourceOf((await headers()).get("x-forwarded-for") ?? "");
  const giveBack = await signInLimits().take({ email: session.email, source, isKnownSource: true });
  const changed = await changePassword(ctx, input, session.sessionId);
  await giveBack();
  return changed;
}

/** Ends the session of this browser and takes its cookie away. */
export async function signOutHere(): Promise<void> {
  const jar = await cookies();
  const name = sessionCookieName();
  const sessionId = await sessionIdIn(jar.get(name)?.value);
  if (sessionId) await closeSession({ db: deskDatabase(), now: new Date() }, sessionId);
  const { secureCookies: secure } = settings();
  jar.set({ name, value: "", maxAge: 0, httpOnly: true, sameSite: "lax", path: "/", secure });
}

/** next-auth wraps what `letIn` throws; this is what it wrapped. */
function problemIn(error: unknown): Problem | null {
  const cause = error instanceof Error ? error.cause : null;
  const inner = cause && typeof cause === "object" && "err" in cause ? cause.err : null;
  return inner instanceof Problem ? inner : null;
}
