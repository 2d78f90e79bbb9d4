/** What a single process needs to run: the settings, with everything that the supervisor fills in. */
import { Problem } from "#domain/problem.ts";
import { readSettings, type Settings } from "./env.ts";
import type { Address, Environment } from "./env-reading.ts";
import { readSecrets } from "./secrets.ts";

export type RoleSettings = Settings & {
  readonly databaseUrl: string;
  readonly readerDatabaseUrl: string;
  readonly webAddress: Address;
  readonly collabAddress: Address;
  readonly workerAddress: Address;
  readonly frontControlAddress: Address;
  readonly internalSecret: string;
  readonly authSecret: string;
};

const NEEDED = [
  ["databaseUrl", "DATABASE_URL"],
  ["webAddress", "WEB_ADDRESS"],
  ["collabAddress", "COLLAB_ADDRESS"],
  ["workerAddress", "WORKER_ADDRESS"],
  ["frontControlAddress", "FRONT_CONTROL_ADDRESS"],
] as const;

/** A process that is started by itself can't guess where the others are: it asks for each address. */
export function readRoleSettings(env: Environment): RoleSettings {
  const settings = readSettings(env);
  const missing = NEEDED.filter(([field]) => settings[field] === null).map(
    ([, name]) => `${name} is needed to run one process by itself.`,
  );
  if (missing.length > 0) throw new Problem("invalid", missing.join("\n"));
  const databaseUrl = settings.databaseUrl ?? "";
  return {
    ...settings,
    ...readSecrets(settings),
    readerDatabaseUrl: settings.readerDatabaseUrl ?? asReader(databaseUrl),
  } as RoleSettings;
}

/** The same login, but with the rights of the reader role only: for a server with a single login. */
export function asReader(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  const options = [url.searchParams.get("options"), "-c role=dateline_reader"];
  // URLSearchParams would write the space as "+", which the driver takes literally.
  url.searchParams.delete("options");
  const text = encodeURIComponent(options.filter((option) => option !== null).join(" "));
  return `${url.href}${url.search === "" ? "?" : "&"}options=${text}`;
}
