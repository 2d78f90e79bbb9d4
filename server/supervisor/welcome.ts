/** The one-time link of the first run, asked for only while nobody has an account. */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { ROOT } from "./roles.ts";

/**
 * A path, or null once there are people. The link itself is made in a process of its own: the
 * domain brings the whole data layer along, which the supervisor would keep in memory for ever.
 */
export async function findWelcomeLink(url: string, env: NodeJS.ProcessEnv): Promise<string | null> {
  const client = new pg.Client({ connectionString: url, application_name: "dateline-welcome" });
  await client.connect();
  const { rows } = await client.query("select 1 from people limit 1").finally(() => client.end());
  if (rows.length > 0) return null;
  const script = join(ROOT, "server/supervisor/make-welcome-link.ts");
  const { stdout } = await promisify(execFile)(process.execPath, [script], { cwd: ROOT, env });
  return stdout.trim() === "" ? null : stdout.trim();
}
