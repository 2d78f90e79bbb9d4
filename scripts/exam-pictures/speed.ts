/** How long a 24-megapixel JPEG takes from the answer to its upload until readers could have it, and in how much memory. */
import { readdirSync, readFileSync } from "node:fs";
import sharp from "sharp";
import { type Door, send, whenMade } from "./send.ts";

export type Speed = { ms: number; workerMb: number };
const LIMIT_MS = 120_000;

/** Grain and soft shapes: packs like a photograph, not like a drawing. */
export async function photograph(width: number, height: number): Promise<Buffer> {
  const noise = { type: "gaussian", mean: 128, sigma: 40 } as const;
  const grain = {
    create: { width: width / 4, height: height / 4, channels: 3, background: "#777", noise },
  } as const;
  const soft = await sharp(grain as never)
    .blur(1.2)
    .png()
    .toBuffer();
  return sharp(soft).resize(width, height, { kernel: "cubic" }).jpeg({ quality: 90 }).toBuffer();
}

export async function timed(door: Door, workerPid: number, bytes: Buffer): Promise<Speed> {
  let most = 0;
  let watching = true;
  const watch = () => {
    if (!watching) return;
    most = Math.max(most, megabytesOf(workerPid));
    setTimeout(watch, 20);
  };
  watch();
  const sent = await send(door, "24 megapixels.jpg", bytes);
  if (sent.pictureId === null) throw new Error(`the photograph was refused: ${sent.message}`);
  const row = await whenMade(door.db, sent.pictureId, { avif: false, limitMs: LIMIT_MS });
  const ms = performance.now() - sent.answeredAt;
  watching = false;
  if (row?.state !== "ready") throw new Error(`the photograph wasn't made: ${row?.trouble}`);
  return { ms, workerMb: most };
}

/** The worker and every process that it has started: memory that they share counts once (PSS). */
function megabytesOf(workerPid: number): number {
  const family = [workerPid, ...childrenOf(workerPid)];
  return family.reduce((sum, pid) => sum + pssOf(pid), 0) / 1_024;
}

function childrenOf(parent: number): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && parentOf(name) === parent)
    .map(Number);
}

function parentOf(pid: string): number | null {
  const stat = read(`/proc/${pid}/stat`);
  return stat === null ? null : Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
}

function pssOf(pid: number): number {
  return Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`) ?? "")?.[1] ?? 0);
}

/** Null: it ended while we looked. */
function read(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ESRCH") return null;
    throw error;
  }
}
