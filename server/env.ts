/**
 * The only place that reads the environment. Every setting is optional; each mistake is one
 * sentence, and all mistakes come at once. Written by hand rather than with a schema library:
 * each of five processes reads it at start, and the library alone costs 50 ms and 15 MB in each.
 */
import { statSync } from "node:fs";
import { isIP } from "node:net";
import { resolve } from "node:path";
import { Problem } from "#domain/problem.ts";
import { type PictureSettings, readPictureSettings } from "./env-pictures.ts";
import { type Address, type Environment, Reading, SETTING_NAMES, type SettingName } from "./env-reading.ts";
import { readSecrets, type Secrets } from "./secrets.ts";

export const LOG_LEVELS = ["debug", "info", "warn", "error", "silent"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export const PURGE_KINDS = ["varnish", "fastly", "cloudflare"] as const;
export type PurgeKind = (typeof PURGE_KINDS)[number];

export type Settings = PictureSettings & {
  readonly port: number;
  /** Where the public port listens; null = on every address of the machine. */
  readonly host: string | null;
  /** Origin that readers and staff type, without a slash at the end. */
  readonly baseUrl: string;
  /** Cookies are `Secure` exactly when BASE_URL is https. */
  readonly secureCookies: boolean;
  /** Absolute. */
  readonly dataDir: string;
  /** Next's build folder, relative to the project. */
  readonly buildDir: string;
  /** null = the embedded server. In a role process the supervisor has filled both. */
  readonly databaseUrl: string | null;
  readonly readerDatabaseUrl: string | null;
  /** Largest number of connections of one pool of this process. */
  readonly databasePoolSize: number;
  readonly demoPassword: string | null;
  /** Addresses or CIDR ranges whose forwarded headers are believed. */
  readonly trustedProxies: readonly string[];
  readonly mediaUrl: string | null;
  readonly mail: { readonly url: string; readonly from: string } | null;
  readonly backupKeepDays: number;
  readonly logLevel: LogLevel;
  readonly webAddress: Address | null;
  readonly collabAddress: Address | null;
  readonly workerAddress: Address | null;
  readonly frontControlAddress: Address | null;
  /** Secrets that were given; server/secrets.ts makes the others. */
  readonly internalSecret: string | null;
  readonly authSecret: string | null;
  readonly actionsKey: string | null;
  /** A CDN in front that the front tells what to drop. */
  readonly purge: { readonly kind: PurgeKind; readonly url: string; readonly token: string } | null;
};

/** What the environment says, or a Problem whose message has one sentence a line for each mistake. */
export function readSettings(env: Environment): Settings {
  const reading = new Reading(env);
  const port = reading.number("PORT", 3000, 1, 65_535);
  const baseUrl = readBaseUrl(reading, port);
  const settings: Settings = {
    port,
    host: reading.text("HOST"),
    baseUrl,
    secureCookies: baseUrl.startsWith("https:"),
    dataDir: readDataDir(reading),
    buildDir: readBuildDir(reading),
    databaseUrl: databaseUrl(reading, "DATABASE_URL"),
    readerDatabaseUrl: databaseUrl(reading, "READER_DATABASE_URL"),
    databasePoolSize: reading.number("DATABASE_POOL_SIZE", 8, 1, 200),
    demoPassword: readDemoPassword(reading),
    trustedProxies: readTrustedProxies(reading),
    mediaUrl: withoutSlash(reading.url("MEDIA_URL", ["http:", "https:"], "https://media.example.org")),
    ...readPictureSettings(reading),
    mail: readMail(reading),
    backupKeepDays: reading.number("BACKUP_KEEP_DAYS", 14, 1, 3650),
    logLevel: reading.oneOf("LOG_LEVEL", LOG_LEVELS, "info"),
    webAddress: reading.address("WEB_ADDRESS"),
    collabAddress: reading.address("COLLAB_ADDRESS"),
    workerAddress: reading.address("WORKER_ADDRESS"),
    frontControlAddress: reading.address("FRONT_CONTROL_ADDRESS"),
    internalSecret: reading.secret("INTERNAL_SECRET"),
    authSecret: reading.secret("AUTH_SECRET"),
    actionsKey: readActionsKey(reading),
    purge: readPurge(reading),
  };
  if (settings.databaseUrl === null && settings.readerDatabaseUrl !== null) {
    reading.mistake(
      "READER_DATABASE_URL needs DATABASE_URL beside it: readers and staff share one database.",
    );
  }
  if (reading.mistakes.length > 0) throw new Problem("invalid", reading.mistakes.join("\n"));
  return settings;
}

type RunningSettings = Omit<Settings, keyof Secrets> & Secrets;
const holder = globalThis as typeof globalThis & { datelineSettings?: RunningSettings };

/** This process's settings, read once, with every secret filled in. */
export function settings(): RunningSettings {
  if (holder.datelineSettings === undefined) {
    const read = readSettings(process.env);
    holder.datelineSettings = { ...read, ...readSecrets(read) };
  }
  return holder.datelineSettings;
}

/** What this process was started with, to hand on to one that it starts. */
export function environment(): NodeJS.ProcessEnv {
  return { ...process.env };
}

/** The machine's environment without one setting of the newsroom that may run on it: for trials beside it. */
export function foreignEnvironment(): NodeJS.ProcessEnv {
  const env = environment();
  for (const name of SETTING_NAMES) delete env[name];
  return env;
}

export function isProduction(): boolean {
  return process.env.NODE_ENV === "production";
}

/** For the log alone, which must also work while the settings are wrong. */
export function readLogLevel(): LogLevel {
  return LOG_LEVELS.find((level) => level === process.env.LOG_LEVEL?.trim()) ?? "info";
}

/** host:port as an environment variable says it. */
export function addressText({ host, port }: Address): string {
  return `${host.includes(":") ? `[${host}]` : host}:${port}`;
}

function withoutSlash(url: URL | null): string | null {
  return url === null ? null : url.href.replace(/\/+$/, "");
}

function readBaseUrl(reading: Reading, port: number): string {
  const url = reading.url("BASE_URL", ["http:", "https:"], "https://news.example.org");
  if (url === null) return `http://localhost:${port}`;
  if (url.pathname !== "/" || url.search !== "" || url.hash !== "" || url.username !== "") {
    reading.mistake(
      "BASE_URL must be an origin only, such as https://news.example.org: nothing after the name.",
    );
  }
  return url.origin;
}

function readDataDir(reading: Reading): string {
  // The marks keep Next's build from tracing the whole project because of a path it can't know.
  const dataDir = resolve(/*turbopackIgnore: true*/ reading.text("DATA_DIR") ?? "./data");
  const found = statSync(/*turbopackIgnore: true*/ dataDir, { throwIfNoEntry: false });
  if (found !== undefined && !found.isDirectory()) {
    reading.mistake(`DATA_DIR must be a folder, and ${dataDir} is a file.`);
  }
  return dataDir;
}

function readBuildDir(reading: Reading): string {
  const buildDir = reading.text("BUILD_DIR") ?? ".next";
  if (buildDir.startsWith("/") || buildDir.split("/").includes("..")) {
    reading.mistake("BUILD_DIR must be a folder inside the project, such as .next.");
  }
  return buildDir;
}

function databaseUrl(reading: Reading, name: SettingName): string | null {
  const example = "postgres://dateline:password@localhost:5432/dateline";
  return reading.url(name, ["postgres:", "postgresql:"], example) === null ? null : reading.text(name);
}

function readDemoPassword(reading: Reading): string | null {
  const password = reading.text("DEMO_PASSWORD");
  if (password === null || password.length >= 10) return password;
  return reading.mistake("DEMO_PASSWORD must have at least 10 characters.");
}

function readTrustedProxies(reading: Reading): string[] {
  const ranges = (reading.text("TRUSTED_PROXIES") ?? "").split(/[\s,]+/).filter((range) => range !== "");
  for (const range of ranges) {
    const [address = "", bits, more] = range.split("/");
    const most = isIP(address) === 6 ? 128 : 32;
    const bitsFit = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most);
    if (isIP(address) === 0 || !bitsFit || more !== undefined) {
      reading.mistake(`TRUSTED_PROXIES must list addresses or ranges such as 10.0.0.0/8, not "${range}".`);
    }
  }
  return ranges;
}

function readMail(reading: Reading): Settings["mail"] {
  const url = reading.url("MAIL_URL", ["smtp:", "smtps:"], "smtps://user:password@mail.example.org");
  const from = reading.text("MAIL_FROM");
  if (url === null) return null;
  if (from === null || !from.includes("@")) {
    return reading.mistake('MAIL_URL needs MAIL_FROM beside it, such as "Newsroom <desk@example.org>".');
  }
  return { url: reading.text("MAIL_URL") ?? "", from };
}

function readActionsKey(reading: Reading): string | null {
  const key = reading.text("NEXT_SERVER_ACTIONS_ENCRYPTION_KEY");
  if (key === null || [16, 24, 32].includes(Buffer.from(key, "base64").length)) return key;
  return reading.mistake("NEXT_SERVER_ACTIONS_ENCRYPTION_KEY must be 16, 24 or 32 bytes in base64.");
}

function readPurge(reading: Reading): Settings["purge"] {
  if (reading.text("PURGE_KIND") === null) return null;
  const kind = reading.oneOf("PURGE_KIND", PURGE_KINDS, "varnish");
  const url = reading.url("PURGE_URL", ["http:", "https:"], "https://cache.example.org/purge");
  if (url === null)
    return reading.mistake("PURGE_KIND needs PURGE_URL beside it: where the cache takes orders.");
  return { kind, url: url.href, token: reading.text("PURGE_TOKEN") ?? "" };
}
