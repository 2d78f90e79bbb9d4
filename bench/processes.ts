/** What processes cost, as the kernel counts it. */
import { readdirSync, readFileSync } from "node:fs";

const TICK_MS = 10;

function statOf(pid: number): string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}

/** User and system time so far, of all the threads of a process. */
export function cpuMsOf(pid: number): number {
  const [user, system] = timesOf(pid);
  return user + system;
}

/** Of the process, then of its children that have ended and of theirs: user and system time. */
function timesOf(pid: number): [number, number, number, number] {
  const [user, system, endedUser, endedSystem] = statOf(pid).slice(11, 15);
  const inMs = (ticks: string | undefined) => Number(ticks) * TICK_MS;
  return [inMs(user), inMs(system), inMs(endedUser), inMs(endedSystem)];
}

/** A process and everything that it started, as long as it runs. */
export function familyOf(root: number): number[] {
  const parents = new Map<number, number>();
  for (const entry of readdirSync("/proc")) {
    if (!/^\d+$/.test(entry)) continue;
    const parent = orGone(() => Number(statOf(Number(entry))[1]));
    if (parent !== null) parents.set(Number(entry), parent);
  }
  const family = [root];
  for (const member of family) {
    for (const [pid, parent] of parents) if (parent === member && !family.includes(pid)) family.push(pid);
  }
  return family;
}

/**
 * CPU of a whole family so far. It never falls: what a member has spent that ended meanwhile stays
 * on the account of the parent that waited for it.
 */
export function familyCpuMs(root: number): number {
  const spent = familyOf(root).flatMap((pid) => orGone(() => timesOf(pid)) ?? []);
  return spent.reduce((sum, ms) => sum + ms, 0);
}

/** Memory in MB, with pages that several processes share divided among them. */
export function pssMbOf(pid: number): number {
  const rollup = orGone(() => readFileSync(`/proc/${pid}/smaps_rollup`, "utf8")) ?? "";
  return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) / 1024;
}

export function titleOf(pid: number): string {
  return (orGone(() => readFileSync(`/proc/${pid}/cmdline`, "utf8")) ?? "").replaceAll("\0", " ").trim();
}

function orGone<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ESRCH") return null;
    throw error;
  }
}
