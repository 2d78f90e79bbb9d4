/** A newsroom's database for one archive, and a child that moves it in and is killed on the way. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { databaseOn, openPool } from "#db/client.ts";
import { migrate } from "#db/migrate.ts";
import type { Ctx } from "#domain/context.ts";
import type { Report } from "#domain/imports/report.ts";
import { addArchive, getImport, moveIn, publicCount } from "#domain/imports/runs.ts";
import { openNewsroom } from "#domain/testing/people.ts";
import { judge, nameOf, type Verdict } from "#server/imports/testing/judge.ts";
import { makeOldSite, type OldSite, type OldState } from "#server/imports/testing/old-site.ts";
import { writeGhost, writeWxr } from "#server/imports/testing/write-archives.ts";
import { randomFrom } from "../exam/random.ts";

export type TrialOrder = {
  source: "wordpress" | "ghost";
  stories: number;
  seed: number;
  kills: number;
  mutant: boolean;
  hidden?: readonly OldState[];
};
export type TrialResult = {
  verdict: Verdict;
  report: Report;
  killed: number;
  seconds: number;
  rate: number;
  rss: { start: number; end: number; most: number };
  rehearsalSeconds: number;
  archiveMb: number;
};

/** Entities that would read a file of ours, or fill the memory, were any of them expanded. */
const HOSTILE = `<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY x SYSTEM "file:///etc/passwd">]>\n`;

export async function runTrial(
  server: { url: string; folder: string; number: number },
  order: TrialOrder,
): Promise<TrialResult> {
  const url = await freshDatabase(server.url, `exam_${server.number}`);
  const folder = join(server.folder, `trial-${server.number}`);
  mkdirSync(folder, { recursive: true });
  const site = makeOldSite((id) => randomFrom(order.seed * 1_000_003 + id), order.stories, order.hidden);
  const archive = join(folder, "archive");
  if (order.source === "wordpress") await writeWxr(archive, site, HOSTILE);
  else await writeGhost(archive, site);
  await drawPictures(folder);
  const pool = openPool({ url, max: 3, name: "exam" });
  try {
    const db = databaseOn(pool);
    const { hana } = await openNewsroom(db);
    // The mutant's clock stands in another century: what is dated ahead has passed.
    const now = order.mutant ? new Date("2199-01-01T00:00:00Z") : new Date();
    const ctx: Ctx = { db, actor: hana, now };
    const choices = {
      pictures: "beside" as const,
      site: order.source === "ghost" ? "https://ghost.example" : "",
    };
    const beside = { kind: "folder" as const, place: join(folder, "uploads") };
    const names = { source: order.source, fileName: "exam", fileKey: "archive" };
    const { importId: rehearsalId } = await addArchive(ctx, { ...names, beside, choices });
    const began = performance.now();
    await untilEnd(spawnRun(url, folder, rehearsalId));
    const rehearsalSeconds = (performance.now() - began) / 1_000;
    const rehearsal = await getImport(ctx, { importId: rehearsalId });
    if (!rehearsal.report || rehearsal.state !== "done")
      throw new Error(`the rehearsal: ${rehearsal.report?.trouble}`);
    const typedCount = String(publicCount(rehearsal.report));
    const { importId } = await moveIn(ctx, { rehearsalId, choices: rehearsal.standing.choices, typedCount });
    const went = await moveInKilled({ url, folder, importId, pool, order, site });
    const { report, state } = await getImport(ctx, { importId });
    if (!report || state !== "done") throw new Error(`the run is “${state}”: ${report?.trouble}`);
    const verdict = await judge(ctx, site, order.source);
    verdict.becamePublic.push(...(await hostileWords(pool)));
    const archiveMb = readFileSync(archive).length / 1_000_000;
    return { verdict, report, ...went, rehearsalSeconds, archiveMb };
  } finally {
    await pool.end();
  }
}

type Move = {
  url: string;
  folder: string;
  importId: string;
  pool: pg.Pool;
  order: TrialOrder;
  site: OldSite;
};

async function moveInKilled({ url, folder, importId, pool, order, site }: Move) {
  const random = randomFrom(order.seed);
  let killed = 0;
  for (let turn = 0; turn < order.kills; turn += 1) {
    const child = spawnRun(url, folder, importId);
    const ended = untilEnd(child);
    await Promise.race([firstProgress(child), ended]);
    await Promise.race([pause(300 + random() * 2_500), ended]);
    if (child.exitCode === null) {
      child.kill("SIGKILL");
      killed += 1;
    }
    await ended;
    if (order.mutant && killed === 1) await spoilAccount(pool, site, order.source);
  }
  const before = await countStories(pool);
  const child = spawnRun(url, folder, importId);
  const began = performance.now();
  const rss = await measured(child);
  const seconds = (performance.now() - began) / 1_000;
  const taken = (await countStories(pool)) - before;
  return { killed, seconds, rate: taken / seconds, rss };
}

/** The mutant forgets what it has taken in, and believes to have the archive's last stories, which it never took. */
async function spoilAccount(pool: pg.Pool, site: OldSite, source: TrialOrder["source"]): Promise<void> {
  const last = [...site.stories].filter(({ state }) => state === "public").slice(-3);
  await pool.query(
    `with forgotten as (delete from import_items where kind in ('story', 'page') returning *)
     insert into import_items (source, origin, kind, external_id, import_id, outcome)
     select source, origin, 'story', unnest($1::text[]), import_id, 'done' from (select * from forgotten limit 1) one`,
    [last.map((story) => nameOf(story, source))],
  );
}

async function countStories(pool: pg.Pool): Promise<number> {
  return (await pool.query("select count(*)::int as n from stories")).rows[0].n;
}

function spawnRun(url: string, folder: string, importId: string): ChildProcess {
  const args = [join(import.meta.dirname, "child.ts"), url, folder, importId];
  return spawn(process.execPath, args, {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, NODE_NO_WARNINGS: "1" },
  });
}

function untilEnd(child: ChildProcess): Promise<void> {
  child.stdout?.resume();
  return new Promise((resolve) => child.once("close", () => resolve()));
}

function firstProgress(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => child.stdout?.once("data", () => resolve()));
}

/** What the process holds in memory: after its first tenth, at its end, and at most. In MB. */
async function measured(child: ChildProcess): Promise<TrialResult["rss"]> {
  const ended = untilEnd(child);
  let isOver = false;
  void ended.then(() => {
    isOver = true;
  });
  const seen: number[] = [];
  while (!isOver) {
    const resident = residentMb(child.pid);
    if (resident !== null) seen.push(resident);
    await Promise.race([pause(100), ended]);
  }
  const part = Math.max(1, Math.floor(seen.length / 10));
  const median = (list: number[]) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
  return {
    start: median(seen.slice(part, part * 2)),
    end: median(seen.slice(-part)),
    most: Math.max(0, ...seen),
  };
}

function residentMb(pid: number | undefined): number | null {
  try {
    const kb = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kb === undefined ? null : Math.round(Number(kb) / 1_024);
  } catch {
    return null; // it has just ended
  }
}

async function freshDatabase(serverUrl: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const address = new URL(serverUrl);
  address.pathname = `/${name}`;
  await migrate(address.href);
  return address.href;
}

async function hostileWords(pool: pg.Pool): Promise<string[]> {
  const sql =
    "select count(*)::int as n from publications where body_html ~* 'root:x:|<script|onerror=|javascript:'";
  const { n } = (await pool.query(sql)).rows[0];
  return n > 0 ? [`${n} publications with hostile words`] : [];
}

/** Three small pictures for the forty that the archive names; the others are missing, as they are in life. */
async function drawPictures(folder: string): Promise<void> {
  const { default: sharp } = await import("sharp");
  const uploads = join(folder, "uploads", "2019", "05");
  mkdirSync(uploads, { recursive: true });
  for (let at = 0; at < 3; at += 1) {
    const background = { r: at * 80, g: 90, b: 200 - at * 60 };
    const bytes = await sharp({ create: { width: 320, height: 200, channels: 3, background } })
      .jpeg()
      .toBuffer();
    writeFileSync(join(uploads, `picture-${100_000_000 + at}.jpg`), bytes);
  }
}
