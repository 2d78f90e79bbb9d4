/**
 * What happened, one line each on stderr: time, level, process, sentence, facts. For a person in
 * a terminal and for journald alike. Own forty lines instead of a library: each of five processes
 * would pay 10 MB for it.
 */
import { type LogLevel, readLogLevel } from "./env.ts";

type Facts = Readonly<Record<string, unknown>>;
type Write = (facts: Facts, sentence: string) => void;
export type Logger = Readonly<Record<Exclude<LogLevel, "silent">, Write>>;

const RANK: Record<LogLevel, number> = { debug: 0, info: 1, warn: 2, error: 3, silent: 4 };
/** Values under such names never reach a log, wherever they come from. */
const SECRET_NAME = /pass|token|secret|cookie|authorization|(^|_)key$|link/i;

const holder = globalThis as typeof globalThis & { datelineLog?: { name: string; least: number } };

/** Says once which process this is; until then its lines carry "dateline". */
export function nameLog(name: string): void {
  holder.datelineLog = { name, least: RANK[readLogLevel()] };
}

export function log(): Logger {
  return LOGGER;
}

function write(level: Exclude<LogLevel, "silent">, facts: Facts, sentence: string): void {
  holder.datelineLog ??= { name: "dateline", least: RANK[readLogLevel()] };
  if (RANK[level] < holder.datelineLog.least) return;
  const words = [new Date().toISOString(), level.padEnd(5), `${holder.datelineLog.name}:`, sentence];
  for (const [name, value] of Object.entries(facts)) words.push(`${name}=${shown(name, value)}`);
  // A line break in a value must not look like a line of ours.
  process.stderr.write(`${words.join(" ").replaceAll(/[\r\n]+/g, " ⏎ ")}\n`);
}

function shown(name: string, value: unknown): string {
  if (SECRET_NAME.test(name) && typeof value !== "number") return "(hidden)";
  if (value instanceof Error) return value.stack ?? value.message;
  return typeof value === "string" ? JSON.stringify(value) : (JSON.stringify(value) ?? String(value));
}

const LOGGER: Logger = {
  debug: (facts, sentence) => write("debug", facts, sentence),
  info: (facts, sentence) => write("info", facts, sentence),
  warn: (facts, sentence) => write("warn", facts, sentence),
  error: (facts, sentence) => write("error", facts, sentence),
};
