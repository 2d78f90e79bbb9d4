/**
 * Runs one order in a process of its own, under limits of time and memory: a hostile file ends
 * that process and nothing else. Heap by Node's flag; everything else (decoders, WebAssembly) by
 * looking at the process's size, where the system shows it.
 */
import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { constants, setPriority } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type {
  Answer,
  CardOrder,
  DrawnCard,
  DrawnIcon,
  IconOrder,
  Look,
  LookOrder,
  Order,
  Render,
  RenderOrder,
} from "./orders.ts";

import { FILE_IS_BROKEN } from "./orders.ts";

export type Limits = { readonly seconds: number; readonly memoryMb: number; readonly isUrgent: boolean };
export const LOOK_LIMITS: Limits = { seconds: 20, memoryMb: 500, isUrgent: true };
export const ICON_LIMITS: Limits = { seconds: 20, memoryMb: 300, isUrgent: true };
export const FIRST_LIMITS: Limits = { seconds: 60, memoryMb: 900, isUrgent: true };
export const MORE_LIMITS: Limits = { seconds: 300, memoryMb: 900, isUrgent: false };
const CARD_LIMITS: Limits = { seconds: 60, memoryMb: 500, isUrgent: false };

const LOOK_EVERY_MS = 25;
const LONGEST_ANSWER = 1_000_000;
const TOO_MUCH_MEMORY = "This picture needs too much memory to open. Save it smaller and send it again.";
const TOO_SLOW = "This picture takes too long to open. Save it again as a JPEG and send that.";
const BROKEN = "This picture is damaged: it can't be opened. Ask for the file again.";

export function inChild(order: LookOrder, limits?: Limits): Promise<Answer<Look>>;
export function inChild(order: RenderOrder, limits?: Limits): Promise<Answer<Render>>;
export function inChild(order: CardOrder, limits?: Limits): Promise<Answer<DrawnCard>>;
export function inChild(order: IconOrder, limits?: Limits): Promise<Answer<DrawnIcon>>;
export async function inChild(order: Order, limits: Limits = limitsOf(order)): Promise<Answer<unknown>> {
  const child = spawn(process.execPath, [...flagsFor(order), childFile()], {
    stdio: ["pipe", "pipe", "pipe"],
    // Nothing of ours: no address, no secret, no database.
    env: { NODE_ENV: "production", MALLOC_ARENA_MAX: "2", NODE_NO_WARNINGS: "1", ...typefacesOf(order) },
  });
  let ended: string | null = null;
  const end = (sentence: string) => {
    ended ??= sentence;
    child.kill("SIGKILL");
  };
  const over = new AbortController();
  const patience = setTimeout(() => end(TOO_SLOW), limits.seconds * 1_000);
  if (child.pid !== undefined && !limits.isUrgent) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  const watched = watchMemory(child.pid, limits.memoryMb, over.signal, () => end(TOO_MUCH_MEMORY));
  const said = gather(child.stdout, () => end(BROKEN));
  const complained = gather(child.stderr, () => {});
  child.stdin.on("error", () => {}); // it has ended already; its exit says why
  child.stdin.end(JSON.stringify(order));
  const way = await new Promise<string | number | null>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("close", (code, signal) => resolve(signal ?? code));
  });
  clearTimeout(patience);
  over.abort();
  await watched;
  if (ended !== null) return { refused: ended };
  if (way === 0) return JSON.parse(said()) as Answer<unknown>;
  return judgeEnd(way, complained());
}

/** Signals by which a decoder ends that a file has broken. */
const BREAKS = new Set(["SIGSEGV", "SIGABRT", "SIGBUS", "SIGILL", "SIGFPE", "SIGTRAP"]);

/**
 * Whose fault it was: the file's, which is refused for it, or ours (a full disk, a stop of the
 * newsroom, a missing library), which throws: then the job is tried again and no picture is blamed.
 */
function judgeEnd(way: string | number | null, complaint: string): { refused: string } {
  if (outOfMemory(complaint) || way === "SIGKILL") return { refused: TOO_MUCH_MEMORY };
  if (way === FILE_IS_BROKEN || BREAKS.has(String(way))) return { refused: BROKEN };
  throw new Error(`the process that opens pictures ended with ${way}: ${complaint.slice(0, 2_000)}`);
}

/** The only typefaces that the process finds. */
function typefacesOf(order: Order): Record<string, string> {
  return "fontSettings" in order ? { FONTCONFIG_FILE: order.fontSettings } : {};
}

function limitsOf(order: Order): Limits {
  if (order.task === "look") return LOOK_LIMITS;
  if (order.task === "card") return CARD_LIMITS;
  if (order.task === "icon") return ICON_LIMITS;
  return order.which === "more" ? MORE_LIMITS : FIRST_LIMITS;
}

/** The file is run as it stands, bundled or not: what bundles a role leaves server/ in its place. */
function childFile(): string {
  return join(/*turbopackIgnore: true*/ process.cwd(), "server/pictures/child.ts");
}

/** It may read the program and the picture, and write into the one folder. */
function flagsFor(order: Order): string[] {
  const root = process.cwd();
  // Not the whole folder: the newsroom's data may lie in it.
  const program = ["node_modules", "server", "domain", "db", "package.json"].map(
    (part) => `--allow-fs-read=${join(/*turbopackIgnore: true*/ root, part)}`,
  );
  const writes = order.task === "look" ? [] : [`--allow-fs-write=${order.folder}`];
  const reads = "fonts" in order ? [`--allow-fs-read=${order.fonts}`] : [];
  const files = [order.file, "logo" in order ? order.logo : null].filter((each) => each !== null);
  const file = files.map((each) => `--allow-fs-read=${dirname(each)}`);
  return [
    "--max-old-space-size=256",
    "--permission",
    "--allow-addons",
    ...program,
    ...file,
    ...reads,
    ...writes,
  ];
}

function gather(stream: NodeJS.ReadableStream, tooLong: () => void): () => string {
  const parts: Buffer[] = [];
  let bytes = 0;
  stream.on("data", (part: Buffer) => {
    bytes += part.length;
    if (bytes > LONGEST_ANSWER) return tooLong();
    parts.push(part);
  });
  return () => Buffer.concat(parts).toString("utf8");
}

function outOfMemory(complaint: string): boolean {
  return /heap out of memory|out of memory|Cannot enlarge memory|bad_alloc/i.test(complaint);
}

async function watchMemory(
  pid: number | undefined,
  mostMb: number,
  over: AbortSignal,
  tooMuch: () => void,
): Promise<void> {
  while (pid !== undefined && !over.aborted) {
    const pages = await readFile(`/proc/${pid}/statm`, "utf8").catch(() => null);
    if (pages === null) return; // another system, or the process is over
    const residentMb = (Number(pages.split(" ")[1]) * 4_096) / 1_000_000;
    if (residentMb > mostMb) return tooMuch();
    await pause(LOOK_EVERY_MS, undefined, { signal: over }).catch(() => {});
  }
}
