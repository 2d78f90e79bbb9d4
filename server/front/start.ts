/** Puts the front together. Listens first; then reads what the disk has, then looks for the database. */
import { randomUUID } from "node:crypto";
import { createServer, type ServerResponse } from "node:http";
import { join, resolve } from "node:path";
import { keys } from "#domain/publications/keys.ts";
import { log } from "../log.ts";
import type { RoleSettings } from "../role-settings.ts";
import { answer } from "./answer.ts";
import type { BodyLimits } from "./bodies.ts";
import { Follower } from "./changes.ts";
import { controlServer } from "./control.ts";
import { Disk } from "./disk.ts";
import { Edition, LIMITS, type Limits } from "./edition.ts";
import { askerReader, DEVELOPMENT_HEADERS } from "./headers.ts";
import { noteMisses } from "./misses.ts";
import { sayPlainly } from "./notices.ts";
import type { Page } from "./page.ts";
import { PassThrough } from "./pass-through.ts";
import { boundConnections, drain, listen, portOf, portOptions } from "./port.ts";
import { headersForReaders } from "./print-headers.ts";
import { Printer } from "./printer.ts";
import { purgerFor } from "./purge.ts";
import { workInQuietSeconds } from "./quiet.ts";
import { Readers } from "./readers.ts";
import { StaticFiles } from "./static-files.ts";
import { COLLAB_DOOR, DEVELOPMENT_DOOR, type Doors, upgradesTo } from "./upgrade.ts";
import { WebClient } from "./web-client.ts";

export type FrontSettings = Pick<
  RoleSettings,
  | "port"
  | "host"
  | "baseUrl"
  | "dataDir"
  | "buildDir"
  | "databaseUrl"
  | "trustedProxies"
  | "webAddress"
  | "collabAddress"
  | "workerAddress"
  | "frontControlAddress"
  | "internalSecret"
  | "purge"
> & {
  /** The build's name; null: not yet known, so pages on disk count as another build's. */
  readonly build: string | null;
  readonly development: boolean;
  readonly limits?: Limits;
  readonly publicDir?: string;
  readonly printPatienceMs?: number;
  readonly bodyLimits?: BodyLimits;
};

/** The ports are the ones that were opened: a setting of 0 means any free one. */
export type Front = {
  readonly edition: Edition;
  readonly port: number;
  readonly controlPort: number;
  readonly stop: () => Promise<void>;
};

const PRINT_PATIENCE_MS = 8_000;
/** With pages on disk, readers wait this long at a start for what changed while the front was away. */
const CATCH_UP_MS = 400;
const SWEEP_AFTER_MS = 30_000;

/** Resolves as soon as readers are served. Rejects when a port is taken. */
export async function startFront(settings: FrontSettings): Promise<Front> {
  const parts = assemble(settings);
  const { edition, disk, follower, server, control, upgrades } = parts;
  await listen(server, settings.port, settings.host);
  edition.load(disk.open(buildOf(settings)));
  parts.holdUntil(catchUp(follower, edition));
  const { host, port } = settings.frontControlAddress;
  await listen(control, port, host);
  const endChores = workInQuietSeconds(parts);
  const sweep = setTimeout(() => disk.sweep(edition.pages()), SWEEP_AFTER_MS);
  sweep.unref();
  return {
    edition,
    port: portOf(server),
    controlPort: portOf(control),
    stop: async () => {
      endChores();
      clearTimeout(sweep);
      follower.stop();
      upgrades.closeAll();
      await Promise.all([drain(server), drain(control)]);
      parts.pass.close();
      parts.web.close();
      disk.close();
    },
  };
}

function assemble(settings: FrontSettings) {
  const { internalSecret: secret, webAddress, baseUrl } = settings;
  const disk = new Disk(join(settings.dataDir, "edition"), (sentence, error) =>
    log().error({ error }, sentence),
  );
  const edition = new Edition(settings.limits ?? LIMITS, disk);
  const keep = (page: Page) => void save(page, edition, disk);
  const web = new WebClient(webAddress, baseUrl, secret, settings.printPatienceMs ?? PRINT_PATIENCE_MS);
  const headersFor = headersForReaders(settings.purge !== null);
  const printer = new Printer({ edition, web, headersFor, keep, development: settings.development });
  const files = filesOf(settings);
  const askerOf = askerReader(settings.trustedProxies);
  const readers = new Readers(edition, printer, disk, noteMisses(askerOf));
  const alsoFine = settings.development ? DEVELOPMENT_HEADERS : [];
  const pass = new PassThrough(webAddress, secret, askerOf, { limits: settings.bodyLimits, alsoFine });
  const upgrades = upgradesTo(doorsOf(settings), secret, askerOf);
  const purge = purgerFor(settings.purge);
  const follower = new Follower(settings.databaseUrl, edition, {
    applied: (change, pages) => {
      printer.again(pages, performance.now());
      purge(change);
    },
    startedOver: () => purge({ keys: [keys.outlet()], hard: "hard" }),
  });
  const answering = { readers, files, pass, health: settings };

  let hold: Promise<void> | null = null;
  let requests = 0;
  const server = createServer(portOptions(upgrades.counts), (req, res) => {
    requests++;
    if (hold === null && req.method === "GET" && readers.answerAtOnce(req.url ?? "", req, res)) return;
    const begun = hold === null ? answer(answering, req, res) : hold.then(() => answer(answering, req, res));
    begun.catch((error: unknown) => fail(res, error));
  });
  boundConnections(server);
  server.on("upgrade", upgrades.upgrade);
  const host = settings.host ?? "127.0.0.1";
  const control = controlServer(secret, edition, follower, () => ({ host, port: portOf(server), baseUrl }));
  const holdUntil = (over: Promise<void>) => {
    hold = over.then(() => {
      hold = null;
    });
  };
  const asked = () => requests;
  return {
    disk,
    edition,
    keep,
    web,
    printer,
    files,
    pass,
    upgrades,
    follower,
    server,
    control,
    holdUntil,
    asked,
  };
}

function filesOf({ buildDir, publicDir, dataDir }: FrontSettings): StaticFiles {
  return new StaticFiles({
    build: resolve(buildDir),
    public: publicDir ?? resolve("public"),
    kept: join(dataDir, "static"),
  });
}

function doorsOf({ development, collabAddress, webAddress }: FrontSettings): Doors {
  const collab = [COLLAB_DOOR, collabAddress] as const;
  return development ? [collab, [DEVELOPMENT_DOOR, webAddress]] : [collab];
}

async function save(page: Page, edition: Edition, disk: Disk): Promise<void> {
  const [encoding, variant] = page.variants.br
    ? (["br", page.variants.br] as const)
    : (["identity", page.variants.identity] as const);
  if (page.status !== 200 || page.old || variant === undefined) return;
  const before = page.file?.bytes ?? 0;
  const stands = () => !page.over && !page.old && edition.get(page.path) === page;
  await disk.save(page, encoding, variant.body, stands);
  edition.weigh(page, (page.file?.bytes ?? 0) - before);
}

/** Follows from now on. Resolves when the first attempt has ended, or readers have waited long enough. */
function catchUp(follower: Follower, edition: Edition): Promise<void> {
  return new Promise((over) => {
    void follower.follow(over);
    // Without pages there is nothing old to show.
    if (edition.count().pages === 0) over();
    else setTimeout(over, CATCH_UP_MS).unref();
  });
}

/** Which build and which address printed these pages: of another one they are still news, but old. */
function buildOf({ build, baseUrl }: FrontSettings): string {
  return `${build ?? randomUUID()} ${baseUrl}`;
}

function fail(res: ServerResponse, error: unknown): void {
  log().error({ error }, "A request could not be answered.");
  if (res.headersSent) res.destroy();
  else sayPlainly(res, 500, "Something went wrong here.");
}
