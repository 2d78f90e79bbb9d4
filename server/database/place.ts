/**
 * Where the embedded database lives. Normally DATA_DIR/pg18. When root starts the newsroom and
 * the database's user can't reach DATA_DIR (a home folder of mode 0700), it lives in
 * /var/lib/dateline/<id> and DATA_DIR keeps a pointer to it. The id is drawn, not computed from
 * the path: a new folder in an old one's place must not find the old one's database.
 */
import { spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Login } from "./os-user.ts";

/** The major version is part of the name: PostgreSQL 19 can't open what 18 wrote. */
const FOLDER = "pg18";
export const SHARED_FOLDER = "/var/lib/dateline";
/** The kernel's limit for a socket's path is 108 bytes with the closing zero. */
const LONGEST_SOCKET_PATH = 107;

export type Place = {
  readonly home: string;
  readonly cluster: string;
  readonly sockets: string;
  readonly passwords: string;
  readonly log: string;
  /** A sentence for the log when the database does not live in DATA_DIR. */
  readonly note: string | null;
};

export function findPlace(dataDir: string, login: Login | null): Place {
  mkdirSync(dataDir, { recursive: true });
  const home = findHome(dataDir, login);
  if (login) chownSync(home, login.uid, login.gid);
  chmodSync(home, 0o700);
  const elsewhere = !home.startsWith(realpathSync(dataDir));
  return {
    home,
    cluster: join(home, "cluster"),
    sockets: socketFolder(home, login),
    passwords: join(home, "passwords.json"),
    log: join(home, "postgres.log"),
    note: elsewhere ? `The database lives in ${home}: its user may not enter ${dataDir}.` : null,
  };
}

function findHome(dataDir: string, login: Login | null): string {
  const pointer = join(dataDir, `${FOLDER}.pointer`);
  if (existsSync(pointer)) return made(readFileSync(pointer, "utf8").trim());
  const inside = join(realpathSync(dataDir), FOLDER);
  // A fresh folder that only we may enter (as mktemp makes them) is opened for passing through.
  const mode = statSync(dataDir).mode & 0o777;
  if (login !== null && readdirSync(dataDir).length === 0) chmodSync(dataDir, mode | 0o011);
  if (login === null || existsSync(join(inside, "cluster")) || canEnter(realpathSync(dataDir), login)) {
    return made(inside);
  }
  const home = join(SHARED_FOLDER, randomBytes(8).toString("hex"));
  mkdirSync(SHARED_FOLDER, { recursive: true, mode: 0o755 });
  writeFileSync(pointer, `${home}\n`);
  return made(home);
}

function made(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

function canEnter(folder: string, { uid, gid }: Login): boolean {
  return spawnSync("/bin/sh", ["-c", 'cd "$0"', folder], { uid, gid, cwd: "/" }).status === 0;
}

/** Beside the cluster, or below the temporary folder when that path would be too long for a socket. */
function socketFolder(home: string, login: Login | null): string {
  const file = ".s.PGSQL.5432";
  if (Buffer.byteLength(join(home, file)) <= LONGEST_SOCKET_PATH) return home;
  const name = `dateline-${createHash("sha256").update(home).digest("hex").slice(0, 16)}`;
  const folder = join(Buffer.byteLength(tmpdir()) > 60 ? "/tmp" : tmpdir(), name);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (login) chownSync(folder, login.uid, login.gid);
  return folder;
}
