/**
 * How near a cached page comes to a bare Node server with the same bytes: requests a second and
 * CPU per request, in alternating rounds, so that a busy machine is busy for both.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";

export type CachedFigures = {
  path: string;
  rounds: number;
  requests: number;
  /** Requests a second, medians. */
  front: number;
  bare: number;
  /** Medians of the rounds' own ratios. */
  speedRatio: number;
  cpuRatio: number;
  /** Milliseconds of CPU per request, medians. */
  frontCpuMs: number;
  bareCpuMs: number;
};

export type CachedTarget = { url: string; path: string; frontPid: number; rounds?: number; seconds?: number };

const CONNECTIONS = 16;
const ENCODING = "br";

/** Measures one page of a front that has it already, against a bare server started for it. */
export async function benchCached({
  url,
  path,
  frontPid,
  rounds = 7,
  seconds = 3,
}: CachedTarget): Promise<CachedFigures> {
  const address = new URL(path, url).href;
  const bare = spawn(process.execPath, ["bench/bare-server.ts", address, ENCODING], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const bareAddress = `http://127.0.0.1:${await firstLine(bare)}${path}`;
    const measured: { front: Round; bare: Round }[] = [];
    await load(address, 1);
    await load(bareAddress, 1);
    for (let round = 0; round < rounds; round++) {
      // Who goes first changes, so that neither always meets the warmer machine.
      const first = round % 2 === 0;
      const one = await measure(first ? address : bareAddress, first ? frontPid : pidOf(bare), seconds);
      const other = await measure(first ? bareAddress : address, first ? pidOf(bare) : frontPid, seconds);
      measured.push(first ? { front: one, bare: other } : { front: other, bare: one });
    }
    return {
      path,
      rounds,
      requests: measured.reduce((sum, { front }) => sum + front.requests, 0),
      front: median(measured.map(({ front }) => front.perSecond)),
      bare: median(measured.map(({ bare: one }) => one.perSecond)),
      speedRatio: median(measured.map(({ front, bare: one }) => front.perSecond / one.perSecond)),
      cpuRatio: median(measured.map(({ front, bare: one }) => front.cpuMs / one.cpuMs)),
      frontCpuMs: median(measured.map(({ front }) => front.cpuMs)),
      bareCpuMs: median(measured.map(({ bare: one }) => one.cpuMs)),
    };
  } finally {
    bare.kill();
  }
}

type Round = { perSecond: number; requests: number; cpuMs: number };

async function measure(address: string, pid: number, seconds: number): Promise<Round> {
  const before = cpuOf(pid);
  const { requests, perSecond } = await load(address, seconds);
  return { requests, perSecond, cpuMs: (cpuOf(pid) - before) / requests };
}

/** The load comes from a process of its own: its CPU isn't the server's. */
async function load(address: string, seconds: number): Promise<{ requests: number; perSecond: number }> {
  const options = [
    "-c",
    String(CONNECTIONS),
    "-d",
    String(seconds),
    "-H",
    `accept-encoding=${ENCODING}`,
    "--json",
    address,
  ];
  const loader = spawn(process.execPath, ["node_modules/autocannon/autocannon.js", ...options], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  let text = "";
  loader.stdout?.on("data", (part: Buffer) => {
    text += String(part);
  });
  await once(loader, "close");
  const told = JSON.parse(text) as {
    requests: { average: number; total: number };
    non2xx: number;
    errors: number;
  };
  if (told.non2xx + told.errors > 0)
    throw new Error(`${address}: ${told.non2xx} other answers, ${told.errors} errors`);
  return { requests: told.requests.total, perSecond: told.requests.average };
}

/** Milliseconds of user and system time so far, in the kernel's ticks of 10 ms. */
function cpuOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

function pidOf(child: ChildProcess): number {
  if (child.pid === undefined) throw new Error("the bare server did not start");
  return child.pid;
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error("the bare server says nothing");
  const [part] = (await once(child.stdout, "data")) as [Buffer];
  return String(part).trim();
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    options: { url: { type: "string" }, pid: { type: "string" } },
    allowPositionals: true,
  });
  for (const path of positionals) {
    console.log(await benchCached({ url: values.url ?? "", path, frontPid: Number(values.pid) }));
  }
}
