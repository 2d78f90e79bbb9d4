import "server-only";
import { cookies } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import type { Ctx, Person } from "#domain/context.ts";
import { interfaceLanguageFor } from "#domain/languages/interface-language.ts";
import { findOutlet } from "#domain/outlet/find-outlet.ts";
import { may } from "#domain/permissions.ts";
import { Problem } from "#domain/problem.ts";
import type { OpenSession } from "#domain/users/find-session.ts";
import type { Language, Permission } from "#domain/vocabulary.ts";
import { deskDatabase } from "./pools.ts";
import { sessionCookieName, sessionOfToken } from "./session-token.ts";

/** The session that this request belongs to, looked up once per request. */
export const currentSession = cache(async (): Promise<OpenSession | null> => {
  return sessionOfToken((await cookies()).get(sessionCookieName())?.value);
});

/**
 * The language in which the newsroom speaks to whoever asks: their own, as their session's look-up
 * has read it; before the door the paper's. One that has no words yet gives way to English.
 */
export const interfaceLanguage = cache(async (): Promise<Language> => {
  const session = await currentSession();
  if (session) return interfaceLanguageFor([session.locale]);
  return interfaceLanguageFor([(await findOutlet({ db: deskDatabase() }))?.settings.defaultLanguage]);
});

/** The zone in which whoever asks wants to read times; null: the newsroom's. */
export async function ownTimeZone(): Promise<string | null> {
  return (await currentSession())?.timeZone ?? null;
}

/** Who is asking? Null when nobody is signed in, or no longer. */
export async function currentPerson(): Promise<Person | null> {
  return (await currentSession())?.person ?? null;
}

/** For pages: whoever isn't signed in goes to the door first and then to `next`. */
export async function requireSession(next = "/desk"): Promise<OpenSession> {
  const session = await currentSession();
  if (session) return session;
  redirect(`/sign-in?next=${encodeURIComponent(next)}`);
}

export async function requirePerson(next = "/desk"): Promise<Person> {
  return (await requireSession(next)).person;
}

/**
 * For a page that shows what only some may see: the ctx with which it asks the domain, which
 * decides again. Whoever hasn't the right is told that there is no such page.
 */
export async function requireRight(permission: Permission, next: string): Promise<Ctx & { actor: Person }> {
  const person = await requirePerson(next);
  if (!may(person, permission)) notFound();
  return { db: deskDatabase(), actor: person, now: new Date() };
}

/** What a domain verb needs, for the person who is asking. Throws Problem "signed-out". */
export async function currentCtx(): Promise<Ctx> {
  const person = await currentPerson();
  if (!person) throw new Problem("signed-out", "You are signed out. Sign in again; what you wrote is kept.");
  return { db: deskDatabase(), actor: person, now: new Date() };
}
