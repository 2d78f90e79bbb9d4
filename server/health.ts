/** How the newsroom is, asked of every process and of the database. For `/api/health` and `/admin/health`. */
import { readLastGoodBackup } from "./backup/record.ts";
import type { Address } from "./env-reading.ts";
import { ask } from "./internal.ts";

export type RoleName = "front" | "web" | "collab" | "worker";
export type RoleHealth = { readonly name: RoleName; readonly ok: boolean; readonly reason: string | null };
export type Health = {
  readonly ok: boolean;
  readonly roles: readonly RoleHealth[];
  readonly database: { readonly ok: boolean; readonly reason: string | null };
  /** ISO instant, or null when there has never been one. Says nothing about `ok`. */
  readonly lastGoodBackupAt: string | null;
};

export type HealthSettings = {
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  readonly internalSecret: string;
  readonly webAddress: Address | null;
  readonly collabAddress: Address | null;
  readonly workerAddress: Address | null;
  readonly frontControlAddress: Address | null;
};

const LIMIT_MS = 1_500;
/** Anybody may ask: however many do, the processes are asked once in this time. */
const FRESH_MS = 1_000;

let last: { askedAt: number; dataDir: string; answer: Promise<Health> } | null = null;

export function readHealth(settings: HealthSettings): Promise<Health> {
  if (last === null || last.dataDir !== settings.dataDir || performance.now() - last.askedAt > FRESH_MS) {
    last = { askedAt: performance.now(), dataDir: settings.dataDir, answer: examine(settings) };
  }
  return last.answer;
}

async function examine(settings: HealthSettings): Promise<Health> {
  const addresses: [RoleName, Address | null][] = [
    ["front", settings.frontControlAddress],
    ["web", settings.webAddress],
    ["collab", settings.collabAddress],
    ["worker", settings.workerAddress],
  ];
  const [database, ...roles] = await Promise.all([
    examineDatabase(settings.databaseUrl),
    ...addresses.map(([name, address]) => examineRole(name, address, settings.internalSecret)),
  ]);
  return {
    ok: database.ok && roles.every(({ ok }) => ok),
    roles,
    database,
    lastGoodBackupAt: readLastGoodBackup(settings.dataDir)?.at ?? null,
  };
}

/** Asks one process by itself; the supervisor waits for a start with this. */
export async function examineRole(
  name: RoleName,
  address: Address | null,
  secret: string,
): Promise<RoleHealth> {
  if (address === null) return { name, ok: false, reason: "it isn't known where it listens" };
  try {
    const answer = await ask({ address, path: `/__${name}/health`, secret, timeoutMs: LIMIT_MS });
    if (answer.status === 200) return { name, ok: true, reason: null };
    return { name, ok: false, reason: reasonIn(answer.text) ?? `it answered ${answer.status}` };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return { name, ok: false, reason: code === "ECONNREFUSED" ? "it isn't running" : message };
  }
}

function reasonIn(text: string): string | null {
  try {
    const { reason } = JSON.parse(text) as { reason?: unknown };
    return typeof reason === "string" ? reason : null;
  } catch {
    return null;
  }
}

async function examineDatabase(url: string | null): Promise<Health["database"]> {
  if (url === null) return { ok: false, reason: "it has not started yet" };
  const { default: pg } = await import("pg");
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: LIMIT_MS,
    query_timeout: LIMIT_MS,
    application_name: "dateline-health",
  });
  // A connection that breaks between two steps reports it here as well as in the step.
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("select 1");
    return { ok: true, reason: null };
  } catch (error) {
    return { ok: false, reason: `it doesn't answer (${(error as NodeJS.ErrnoException).code ?? "no time"})` };
  } finally {
    await client.end().catch(() => {});
  }
}
