/** `npm run admin`: what only somebody with a shell on the server may do. */
import { databaseOn, openPool } from "#db/client.ts";
import { migrate } from "#db/migrate.ts";
import type { Ctx } from "#domain/context.ts";
import { Problem } from "#domain/problem.ts";
import { createRecoveryLink } from "#domain/users/create-recovery-link.ts";
import { endAllSessions } from "#domain/users/end-all-sessions.ts";
import { listPeople } from "#domain/users/list-people.ts";
import { runCommand, withDatabase } from "#server/command.ts";

const USAGE = `npm run admin people              who has an account, with which role
npm run admin recover <email>     a new one-time link for somebody who can't sign in
npm run admin end-sessions        signs everybody out, everywhere`;

await runCommand("admin", async (settings) => {
  const [verb, argument] = process.argv.slice(2);
  if (!["people", "recover", "end-sessions"].includes(verb ?? "")) throw new Problem("invalid", USAGE);
  if (verb === "recover" && argument === undefined)
    throw new Problem("invalid", "Whom? npm run admin recover <email>");
  const said = await withDatabase(settings, async (url) => {
    await migrate(url);
    const pool = openPool({ url, max: 1, name: "admin" });
    const ctx: Ctx = {
      db: databaseOn(pool),
      actor: { kind: "system", name: "npm run admin" },
      now: new Date(),
    };
    try {
      if (verb === "people") return await sayPeople(ctx);
      if (verb === "end-sessions") return `Signed out: ${(await endAllSessions(ctx)).ended} sessions ended.`;
      const { token, name } = await createRecoveryLink(ctx, { email: argument ?? "" });
      const link = `${settings.baseUrl}/reset?token=${encodeURIComponent(token)}`;
      return `${name} can set a new password here, once, within 24 hours:\n${link}`;
    } finally {
      await pool.end();
    }
  });
  process.stdout.write(`${said}\n`);
});

async function sayPeople(ctx: Ctx): Promise<string> {
  const people = await listPeople(ctx);
  if (people.length === 0) return "Nobody has an account yet: npm start prints the link for the first one.";
  const widest = Math.max(...people.map(({ email }) => email.length));
  return people
    .map(({ email, name, role, suspendedAt }) =>
      [email.padEnd(widest), (suspendedAt ? "suspended" : (role ?? "no role")).padEnd(9), name].join("  "),
    )
    .join("\n");
}
