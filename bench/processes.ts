/** What processes cost, as the kernel counts it. */
import { readdirSync, readFileSync } from "node:fs";

const TICK_MS = 10;

function statOf(pid: number): string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}

/** User and system time so far, of all the threads of a process. */
export function cpuMsOf(pid: number): number {
  const fields = statOf(pid);
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
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

/** CPU of a whole family; processes that ended since are not in it, so use it on lasting ones. */
export function familyCpuMs(root: number): number {
  return familyOf(root).reduce((sum, pid) => sum + (orGone(() => cpuMsOf(pid)) ?? 0), 0);
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
