import { expect } from "vitest";
import { oneTimeLinks, outbox } from "#db/schema.ts";
import { hashOfEverything } from "../testing/people.ts";
import { noon, test } from "../testing/test.ts";
import { acceptInvitation } from "./accept-invitation.ts";
import { inviteSeveral } from "./invite-several.ts";
import { listInvitations } from "./list-invitations.ts";

const LIST = `
Nali Faraj <nali@zagros.test>
Soma, soma@zagros.test
hêmin.karim@zagros.test
lana.jaza@zagros.test

"Karwan Bakir";karwan@zagros.test
no address here
mailto:ZANA@zagros.test
lana.jaza@zagros.test
dilan.karim@zagros.test
`;

test("a pasted list invites whom it can, and gives every other line back with its number", async ({
  scene,
}) => {
  const { newsroom, as } = scene;
  const ctx = as(newsroom.hana);
  const { invited, refused } = await inviteSeveral(ctx, { text: LIST, role: "editor" });
  expect(invited.map(({ line, name, email }) => [line, name, email])).toEqual([
    [2, "Nali Faraj", "nali@zagros.test"],
    [3, "Soma", "soma@zagros.test"],
    [5, "Lana Jaza", "lana.jaza@zagros.test"],
    [7, "Karwan Bakir", "karwan@zagros.test"],
    [9, "ZANA", "ZANA@zagros.test"],
  ]);
  expect(refused.map(({ line, sentence }) => [line, sentence])).toEqual([
    [4, "There is no e-mail address on this line."],
    [8, "There is no e-mail address on this line."],
    [10, "The same address stands on line 5."],
    [11, expect.stringContaining("account")],
  ]);
  expect(refused[1]?.text).toBe("no address here");
  expect((await listInvitations(ctx)).filter(({ role }) => role === "editor")).toHaveLength(5);
  const tokens = new Set(invited.map(({ token }) => token));
  expect(tokens.size).toBe(5);
  const token = invited[0]?.token ?? "";
  const joined = await acceptInvitation(
    { db: scene.db, now: noon },
    { token, name: "Nali Faraj", password: "fourteen geese over Dukan" },
  );
  expect(joined.email).toBe("nali@zagros.test");
});

test("each gets a letter of their own where mail goes out", async ({ scene }) => {
  const { db, newsroom, as } = scene;
  const before = (await db.select().from(outbox)).length;
  const text = "one@letters.test\ntwo@letters.test\nnot an address";
  const { invited } = await inviteSeveral(
    as(newsroom.hana),
    { text, role: "reporter" },
    ({ email }, token) => ({
      to: email,
      subject: "Come in",
      text: token,
    }),
  );
  const letters = (await db.select().from(outbox)).slice(before).map(({ payload }) => payload);
  expect(letters.map(({ to, text: token }) => [to, token])).toEqual(
    invited.map(({ email, token }) => [email, token]),
  );
});

test("an empty list, one that is too long, and somebody who manages nobody invite nobody", async ({
  scene,
}) => {
  const { db, newsroom, as } = scene;
  const before = await hashOfEverything(db);
  const long = Array.from({ length: 101 }, (_, at) => `p${at}@zagros.test`).join("\n");
  for (const text of ["\n \n", long]) {
    const attempt = inviteSeveral(as(newsroom.hana), { text, role: "reporter" });
    await expect(attempt).rejects.toMatchObject({ kind: "invalid", field: "text" });
  }
  const attempt = inviteSeveral(as(newsroom.dilan), { text: "x@zagros.test", role: "admin" });
  await expect(attempt).rejects.toMatchObject({ kind: "forbidden" });
  expect(await hashOfEverything(db)).toBe(before);
  expect((await db.select().from(oneTimeLinks)).some(({ email }) => email === "x@zagros.test")).toBe(false);
});
