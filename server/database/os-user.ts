/** PostgreSQL refuses to run as root, so a newsroom that root starts runs its database as another user. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { Problem } from "#domain/problem.ts";

export type Login = { readonly name: string; readonly uid: number; readonly gid: number };

/** null: run it as whoever we are. An existing `postgres` is taken; without one `dateline` is made. */
export function databaseLogin(): Login | null {
  if (process.getuid?.() !== 0) return null;
  const found = findLogin("postgres") ?? findLogin("dateline");
  if (found) return found;
  const flags = ["--system", "--no-create-home", "--shell", "/usr/sbin/nologin", "dateline"];
  spawnSync("useradd", ["--user-group", ...flags]);
  if (!findLogin("dateline")) spawnSync("adduser", ["-S", "-D", "-H", "dateline"]);
  const made = findLogin("dateline");
  if (made) return made;
  throw new Problem(
    "unavailable",
    'The database can\'t run as root, and a user "dateline" could not be made: start as another user, or set DATABASE_URL.',
  );
}

function findLogin(name: string): Login | null {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid && gid ? { name, uid: Number(uid), gid: Number(gid) } : null;
}
