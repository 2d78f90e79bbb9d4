import { encode } from "@auth/core/jwt";
import { eq } from "drizzle-orm";
import type { Pool } from "pg";
import { describe, expect } from "vitest";
import { people } from "#db/schema.ts";
import { type Scene, test } from "#domain/testing/test.ts";
import { closeSession, openSession } from "#domain/users/open-session.ts";

const SECRET = "a secret that is long enough for a test";

/** Rawa signs in, in a process whose settings name this file's database. */
async function rawaIsIn({ url, db, newsroom }: Scene) {
  const baseUrl = "http://localhost:3000";
  Object.assign(process.env, {
    DATABASE_URL: url,
    AUTH_SECRET: SECRET,
    INTERNAL_SECRET: SECRET,
    BASE_URL: baseUrl,
  });
  const { personId } = newsroom.rawa;
  await db.update(people).set({ passwordHash: "hash" }).where(eq(people.id, personId));
  const opening = { personId, passwordHash: "hash", source: "192.0.2.1", userAgent: "" };
  const sessionId = (await openSession({ db, now: new Date() }, opening)) ?? "";
  return { sessionId, ...(await import("./session-token.ts")) };
}

const seal = (token: Record<string, unknown>, secret = SECRET, salt = "dateline-session") =>
  encode({ token, secret, salt });

describe("from a cookie to a person", () => {
  test("a sealed session id among other cookies is Rawa, until the session ends", async ({ scene }) => {
    const { sessionId, sessionOfCookie } = await rawaIsIn(scene);
    const header = `theme=dark; dateline-session=${await seal({ sid: sessionId })}; x=1`;
    expect((await sessionOfCookie(header))?.person.name).toBe("Rawa Aziz");
    await closeSession({ db: scene.db, now: new Date() }, sessionId);
    expect(await sessionOfCookie(header)).toBeNull();
  });

  test("what we didn't seal is nobody", async ({ scene }) => {
    const { sessionId, sessionOfCookie } = await rawaIsIn(scene);
    const forgeries = [
      await seal({ sid: sessionId }, "another secret that is long enough"),
      await seal({ sid: sessionId }, SECRET, "another-cookie"),
      await seal({ sub: sessionId }),
      await seal({ sid: `${sessionId}' or true --` }),
      await seal({ sid: [sessionId] }),
      await seal({ sid: crypto.randomUUID() }),
      sessionId,
      "",
      "x".repeat(10_000),
    ];
    for (const value of forgeries) expect(await sessionOfCookie(`dateline-session=${value}`)).toBeNull();
    const header = `__Host-dateline-session=${await seal({ sid: sessionId })}`;
    expect(await sessionOfCookie(header)).toBeNull();
    expect(await sessionOfCookie(null)).toBeNull();
  });

  test("a database that is down is an error, not somebody who is signed out", async ({ scene }) => {
    const { sessionOfCookie } = await rawaIsIn(scene);
    const { deskDatabase } = await import("./pools.ts");
    await (deskDatabase() as ReturnType<typeof deskDatabase> & { $client: Pool }).$client.end();
    const header = `dateline-session=${await seal({ sid: crypto.randomUUID() })}`;
    await expect(sessionOfCookie(header)).rejects.toThrow();
  });
});
