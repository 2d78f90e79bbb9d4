/** Prints the path of a new first-run link, or nothing when somebody has an account already. */
import { databaseOn, openPool } from "#db/client.ts";
import { createWelcomeLink } from "#domain/users/welcome-link.ts";
import { settings } from "../env.ts";

const pool = openPool({ url: settings().databaseUrl ?? "", max: 1, name: "welcome" });
const link = await createWelcomeLink({
  db: databaseOn(pool),
  actor: { kind: "system", name: "start" },
  now: new Date(),
});
await pool.end();
if (link !== null) process.stdout.write(`/welcome?token=${encodeURIComponent(link.token)}`);
