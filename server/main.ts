/**
 * The supervisor: everything that `npm start` runs, in order, kept running and taken down.
 *
 * Up: settings → lock on the data folder → front (readers have yesterday's edition at once) →
 * database → migrations → web, collab, worker → the address is printed. A build runs beside the
 * database when the folder isn't current. Down, on SIGTERM or SIGINT: front; then web, collab and
 * worker; then the database, each with its own patience, together under 18 s.
 *
 * What isn't needed before the front runs is imported after: readers wait for these milliseconds.
 */
import { setTimeout as pause } from "node:timers/promises";
import { findCurrentBuild } from "./build-stamp.ts";
import { environment, readSettings } from "./env.ts";
import type { RoleName } from "./health.ts";
import { log, nameLog } from "./log.ts";
import { removeRunFile, writeRunFile } from "./run-file.ts";
import { readSecrets } from "./secrets.ts";
import { startBuild } from "./supervisor/build-newsroom.ts";
import { lockDataDir } from "./supervisor/instance-lock.ts";
import { findDatabase } from "./supervisor/keep-database.ts";
import { PATIENCE_MS, STOP_LIMIT_MS } from "./supervisor/patience.ts";
import { claimPublicPort, findFreeAddresses } from "./supervisor/ports.ts";
import type { RoleProcess } from "./supervisor/role-process.ts";
import { type Addresses, ROOT, roleEnvironment, roleProcess, type World } from "./supervisor/roles.ts";

const LATE_ROLES = ["web", "collab", "worker"] as const;

type Stop = () => Promise<unknown>;

/** Never returns while the newsroom runs; a start that can't be is said in a sentence and ends with 1. */
export async function startNewsroom({ dev }: { dev: boolean }): Promise<void> {
  nameLog("dateline");
  process.title = "dateline";
  const stops: Stop[] = [];
  let stopping: Promise<void> | null = null;
  const stop = (code: number): Promise<void> => {
    stopping ??= stopAll(stops).then(() => process.exit(code));
    setTimeout(giveUp, STOP_LIMIT_MS).unref();
    return stopping;
  };
  process.on("SIGTERM", () => stop(0));
  process.on("SIGINT", () => stop(0));
  process.on("SIGHUP", () => stop(0));
  try {
    await bringUp(dev, stops, () => stopping !== null);
  } catch (error) {
    if (stopping !== null) return;
    process.stderr.write(
      `${(error as Error).name === "Problem" ? (error as Error).message : (error as Error).stack}\n`,
    );
    await stop(1);
  }
}

/** Only when the system itself holds something up: each part is ended within its own patience. */
function giveUp(): never {
  log().error(
    { limitMs: STOP_LIMIT_MS },
    "not everything stopped in time; the next start takes over what is left",
  );
  process.exit(1);
}

async function stopAll(stops: readonly Stop[]): Promise<void> {
  for (const stop of stops) {
    await stop().catch((err) => log().error({ err }, "a part could not be stopped"));
  }
}

/** `stops` is filled in the order in which things are to be stopped: the front first, the database last. */
async function bringUp(dev: boolean, stops: Stop[], isStopping: () => boolean): Promise<void> {
  const settings = readSettings(environment());
  const lock = await lockDataDir(settings.dataDir);
  // Before anything is written there: a folder that is still empty may be opened to the database's user.
  const database = findDatabase(settings);
  const secrets = readSecrets(settings);
  await claimPublicPort(settings);
  const addresses = await chooseAddresses(settings);
  const current = dev ? null : findCurrentBuild(ROOT, settings.buildDir);
  const world: World = {
    settings,
    secrets,
    addresses,
    databaseUrl: database.url,
    readerDatabaseUrl: database.readerUrl,
    deploymentId: current,
    dev,
  };

  const front = roleProcess("front", world);
  stops.push(() => front.stop(PATIENCE_MS.front));
  front.start();

  const building = current === null ? build(world, stops) : Promise.resolve(current);
  building.catch(() => {}); // awaited below; a database that fails first is said first
  const late: RoleProcess[] = [];
  stops.push(() => Promise.all(late.map((role) => role.stop(PATIENCE_MS[role.name]))));
  stops.push(() => database.stop());
  stops.push(async () => {
    removeRunFile(settings.dataDir);
    lock.release();
  });
  await database.start();
  if (isStopping()) return;
  await migrateSafely(database.url, settings);
  const built = { ...world, deploymentId: await building };

  if (isStopping()) return;
  for (const name of LATE_ROLES) {
    const role = roleProcess(name, built);
    late.push(role);
    role.start();
  }
  const { databaseUrl, readerDatabaseUrl } = built;
  const { port, baseUrl, dataDir } = settings;
  writeRunFile(dataDir, { pid: process.pid, port, baseUrl, databaseUrl, readerDatabaseUrl, ...addresses });
  await untilAllWell(built, isStopping);
  if (!isStopping()) await announce(built);
}

/** The only lines on stdout: where it is and, until somebody has an account, the way in. */
async function announce(world: World): Promise<void> {
  const { baseUrl } = world.settings;
  process.stdout.write(`Dateline is open at ${baseUrl}\n`);
  const { findWelcomeLink } = await import("./supervisor/welcome.ts");
  const welcome = await findWelcomeLink(world.databaseUrl, roleEnvironment(world, 2));
  if (welcome !== null) process.stdout.write(`Set it up here, once: ${baseUrl}${welcome}\n`);
}

async function chooseAddresses(
  given: { [Name in keyof Addresses]: Addresses[Name] | null },
): Promise<Addresses> {
  const [web, collab, worker, control] = await findFreeAddresses(4);
  return {
    webAddress: given.webAddress ?? web,
    collabAddress: given.collabAddress ?? collab,
    workerAddress: given.workerAddress ?? worker,
    frontControlAddress: given.frontControlAddress ?? control,
  } as Addresses;
}

/** In dev mode Next builds page by page; only what reader pages wear must be there before. */
function build(world: World, stops: Stop[]): Promise<string | null> {
  const script = world.dev ? "scripts/build-reader.ts" : "scripts/build.ts";
  const { made, stop } = startBuild(script, roleEnvironment(world, 1));
  stops.unshift(stop);
  if (world.dev) return made.then(() => null);
  return made.then(() => findCurrentBuild(ROOT, world.settings.buildDir));
}

/** With a backup first, when there is something to lose. */
async function migrateSafely(url: string, settings: ReturnType<typeof readSettings>): Promise<void> {
  const { migrate } = await import("#db/migrate.ts");
  const { applied } = await migrate(url, {
    beforeChange: async () => {
      const { backUp } = await import("./backup/back-up.ts");
      const { file } = await backUp({ url, dataDir: settings.dataDir, keepDays: settings.backupKeepDays });
      log().info({ file }, "backed up before the database is changed");
    },
  });
  if (applied.length > 0) log().info({ applied }, "the database was brought to this version's form");
}

/** Roles that crash meanwhile are started again; a start that hangs for good is the operator's to end. */
async function untilAllWell({ addresses, secrets }: World, isStopping: () => boolean): Promise<void> {
  const { examineRole } = await import("./health.ts");
  const waits: [RoleName, Addresses[keyof Addresses]][] = [
    ["front", addresses.frontControlAddress],
    ["web", addresses.webAddress],
    ["collab", addresses.collabAddress],
    ["worker", addresses.workerAddress],
  ];
  for (const [name, address] of waits) {
    while (!isStopping() && !(await examineRole(name, address, secrets.internalSecret)).ok) await pause(25);
  }
}
