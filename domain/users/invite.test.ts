import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { events, oneTimeLinks, outbox, people } from "#db/schema.ts";
import { hashOfEverything } from "../testing/people.ts";
import { noon, test } from "../testing/test.ts";
import { acceptInvitation } from "./accept-invitation.ts";
import { findSession } from "./find-session.ts";
import { invitePerson } from "./invite.ts";
import { listInvitations } from "./list-invitations.ts";
import { openSession } from "./open-session.ts";
import { passwordMatches } from "./password.ts";
import { takeBackInvitation } from "./take-back-invitation.ts";

const PASSWORD = "seven rivers and a bridge";
const week = 7 * 86_400_000;

describe("invitations", () => {
  test("an admin invites a reporter, who joins with a password of her own", async ({ scene }) => {
    const { db, newsroom, as } = scene;
    const invited = await invitePerson(as(newsroom.hana), {
      name: "Lana Ali",
      email: "Lana@Zagros.test",
      role: "reporter",
    });
    const joined = await acceptInvitation(
      { db, now: noon },
      { token: invited.token, name: "Lana H. Ali", password: PASSWORD },
    );
    const [lana] = await db.select().from(people).where(eq(people.id, joined.personId));
    expect(lana).toMatchObject({ name: "Lana H. Ali", email: "Lana@Zagros.test" });
    expect(await passwordMatches(lana?.passwordHash ?? null, PASSWORD)).toBe(true);
    const sessionId = await openSession(
      { db, now: noon },
      {
        personId: joined.personId,
        passwordHash: lana?.passwordHash ?? "",
        source: "192.0.2.1",
        userAgent: "",
      },
    );
    const session = await findSession({ db, now: noon }, sessionId ?? "");
    expect(session?.person.grants[0]?.permissions).toContain("story.submit");
    expect(session?.person.grants[0]?.permissions).not.toContain("story.publish");
    const acts = await db.select({ act: events.act, by: events.actorName }).from(events).orderBy(events.id);
    expect(acts).toEqual([
      { act: "person.invited", by: "Hana Salih" },
      { act: "person.joined", by: "Lana H. Ali" },
    ]);
  });

  test("an invitation works once, also when two people use it in the same moment", async ({ scene }) => {
    const { db, newsroom, as } = scene;
    const { token } = await invitePerson(as(newsroom.hana), {
      name: "Soran",
      email: "soran@zagros.test",
      role: "editor",
    });
    const uses = await Promise.allSettled([
      acceptInvitation({ db, now: noon }, { token, name: "Soran", password: PASSWORD }),
      acceptInvitation({ db, now: noon }, { token, name: "Somebody else", password: PASSWORD }),
    ]);
    expect(uses.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const made = await db.select().from(people).where(eq(people.email, "soran@zagros.test"));
    expect(made).toHaveLength(1);
  });

  test("an invitation that is a week old opens nothing", async ({ scene }) => {
    const { db, newsroom, as } = scene;
    const { token } = await invitePerson(as(newsroom.hana), {
      name: "Late",
      email: "late@zagros.test",
      role: "editor",
    });
    const late = new Date(noon.getTime() + week);
    await expect(
      acceptInvitation({ db, now: late }, { token, name: "Late", password: PASSWORD }),
    ).rejects.toMatchObject({ kind: "missing" });
    expect(await listInvitations(as(newsroom.hana, late))).toEqual([]);
  });

  test("a second invitation of the same address ends the first", async ({ scene }) => {
    const { db, newsroom, as } = scene;
    const ctx = as(newsroom.hana);
    const first = await invitePerson(ctx, { name: "Ari", email: "ari@zagros.test", role: "reporter" });
    const second = await invitePerson(ctx, { name: "Ari", email: "ARI@zagros.test", role: "editor" });
    await expect(
      acceptInvitation({ db, now: noon }, { token: first.token, name: "Ari", password: PASSWORD }),
    ).rejects.toMatchObject({ kind: "missing" });
    await acceptInvitation({ db, now: noon }, { token: second.token, name: "Ari", password: PASSWORD });
  });

  test("an invitation that was taken back opens nothing", async ({ scene }) => {
    const { db, newsroom, as } = scene;
    const ctx = as(newsroom.hana);
    const { token } = await invitePerson(ctx, { name: "Wrong", email: "wrong@zagros.test", role: "admin" });
    const open = await listInvitations(ctx);
    const wrong = open.find(({ email }) => email === "wrong@zagros.test");
    expect(wrong).toMatchObject({ role: "admin", invitedByName: "Hana Salih" });
    await takeBackInvitation(ctx, { invitationId: wrong?.invitationId ?? "" });
    await expect(
      acceptInvitation({ db, now: noon }, { token, name: "Wrong", password: PASSWORD }),
    ).rejects.toMatchObject({ kind: "missing" });
    await expect(takeBackInvitation(ctx, { invitationId: wrong?.invitationId ?? "" })).rejects.toMatchObject({
      kind: "missing",
    });
  });

  test("somebody who has an account isn't invited, however the address is written", async ({ scene }) => {
    const { newsroom, as } = scene;
    await expect(
      invitePerson(as(newsroom.hana), { name: "Rawa", email: "RAWA.AZIZ@zagros.test", role: "admin" }),
    ).rejects.toMatchObject({ kind: "conflict", field: "email" });
  });

  test("reporters and editors invite nobody and see no invitations", async ({ scene }) => {
    const { db, newsroom, as } = scene;
    const before = await hashOfEverything(db);
    for (const person of [newsroom.rawa, newsroom.dilan]) {
      const ctx = as(person);
      const friend = { name: "A friend", email: "friend@zagros.test", role: "admin" } as const;
      await expect(invitePerson(ctx, friend)).rejects.toMatchObject({ kind: "forbidden" });
      await expect(listInvitations(ctx)).rejects.toMatchObject({ kind: "forbidden" });
      await expect(takeBackInvitation(ctx, { invitationId: newsroom.newsId })).rejects.toMatchObject({
        kind: "forbidden",
      });
    }
    expect(await hashOfEverything(db)).toBe(before);
  });

  test("the letter goes out with the invitation, and the table keeps no token", async ({ scene }) => {
    const { db, newsroom, as } = scene;
    const { token } = await invitePerson(
      as(newsroom.hana),
      { name: "Post", email: "post@zagros.test", role: "reporter" },
      (made) => ({
        to: "post@zagros.test",
        subject: "Join us",
        text: `https://zagros.test/welcome?token=${made}`,
      }),
    );
    const [letter] = await db.select().from(outbox);
    expect(letter).toMatchObject({ job: "mail", payload: { to: "post@zagros.test" } });
    const links = await db.select().from(oneTimeLinks);
    expect(JSON.stringify(links)).not.toContain(token);
  });
});
