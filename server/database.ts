/** The embedded database: used when DATABASE_URL is not set. */
import { findBinaries } from "./database/binaries.ts";
import { databaseLogin } from "./database/os-user.ts";
import { findPlace, type Place, SHARED_FOLDER } from "./database/place.ts";
import { makeCluster, type Passwords, readPasswords, startServer, stopServer } from "./database/server.ts";

/** Where the database will answer: known before its server runs, so that the front can start first. */
export type DatabasePlan = {
  /** The newsroom's own login: owns the database, may make roles, is no superuser. */
  readonly url: string;
  /** A login that can read the views of schema `reader` and nothing else. */
  readonly readerUrl: string;
  /** A sentence on where the database lives, when that is not in DATA_DIR. */
  readonly note: string | null;
  /** Throws when it is cancelled on the way; no server is left behind then. */
  start(cancel: AbortSignal): Promise<RunningDatabase>;
};

export type RunningDatabase = {
  /** True when a server was found that an earlier, killed start had left running. */
  readonly adopted: boolean;
  /** Resolves when the server ends without `stop()`. */
  readonly lost: Promise<string>;
  stop(): Promise<void>;
};

export type EmbeddedDatabase = Omit<DatabasePlan, "start"> & RunningDatabase;

/** Makes the database on the first start, finds or starts its server, and answers when it takes connections. */
export async function startDatabase({ dataDir }: { dataDir: string }): Promise<EmbeddedDatabase> {
  const { start, ...plan } = planDatabase(dataDir);
  return { ...plan, ...(await start(new AbortController().signal)) };
}

export function planDatabase(dataDir: string): DatabasePlan {
  const login = databaseLogin();
  const place = findPlace(dataDir, login);
  const passwords = readPasswords(place);
  return {
    url: urlFor(place, "dateline", passwords.dateline, "dateline"),
    readerUrl: urlFor(place, "dateline_reader_login", passwords.reader, "dateline"),
    note: place.note,
    start: async (cancel) => {
      const program = { binaries: findBinaries(login, SHARED_FOLDER), login, place };
      await makeCluster(program, passwords, cancel);
      const running = await startServer(program, cancel);
      const stop = () => stopServer(running, place);
      // Ends the session that makes the logins too, so that nobody waits for it.
      cancel.addEventListener("abort", stop, { once: true });
      try {
        await makeLogins(place, passwords);
        cancel.throwIfAborted();
      } catch (error) {
        await stop();
        throw error;
      } finally {
        cancel.removeEventListener("abort", stop);
      }
      return { adopted: running.adopted, lost: running.lost, stop };
    },
  };
}

/** Logins and the empty database; a start that was cut short before is completed here. */
async function makeLogins(place: Place, passwords: Passwords): Promise<void> {
  const { default: pg } = await import("pg");
  const client = new pg.Client({
    connectionString: urlFor(place, "postgres", passwords.postgres, "postgres"),
  });
  client.on("error", () => {}); // a server that is stopped meanwhile; the query under way reports it
  await client.connect();
  try {
    const { rows } = await client.query("select 1 from pg_database where datname = 'dateline'");
    if (rows.length > 0) return;
    // May make roles (the reader's) and databases (a restore, the tests), but is no superuser.
    await client.query(`
      do $$ begin create role dateline_reader nologin; exception when duplicate_object then null; end $$;
      do $$ begin create role dateline; exception when duplicate_object then null; end $$;
      do $$ begin create role dateline_reader_login; exception when duplicate_object then null; end $$;
      alter role dateline login createrole createdb password '${passwords.dateline}';
      alter role dateline_reader_login login password '${passwords.reader}';
      grant dateline_reader to dateline with admin option;
      grant dateline_reader to dateline_reader_login;`);
    await client.query("create database dateline owner dateline");
  } finally {
    await client.end();
  }
}

function urlFor(place: Place, user: string, password: string, database: string): string {
  return `postgres://${user}:${password}@localhost/${database}?host=${encodeURIComponent(place.sockets)}`;
}
