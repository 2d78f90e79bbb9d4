/** The four roles: their files, how much memory each may take, what each is told. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Settings } from "../env.ts";
import { addressText, environment } from "../env.ts";
import type { Address } from "../env-reading.ts";
import type { RoleName } from "../health.ts";
import type { Secrets } from "../secrets.ts";
import { RoleProcess } from "./role-process.ts";

export const ROOT = join(import.meta.dirname, "../..");

export type Addresses = Readonly<
  Record<"webAddress" | "collabAddress" | "workerAddress" | "frontControlAddress", Address>
>;

/**
 * Heaps in MB. A small young generation keeps a process that mostly waits at half the memory;
 * the front, web and collab make garbage with every request, so theirs is larger. Pools: one server has
 * 60 connections; web opens two pools (desk and reader), the others one each.
 */
const LIMITS: Record<RoleName, { old: number; young: number; pool: number }> = {
  front: { old: 512, young: 8, pool: 2 },
  web: { old: 1024, young: 8, pool: 14 },
  collab: { old: 768, young: 8, pool: 6 },
  worker: { old: 384, young: 1, pool: 4 },
};

export type World = {
  readonly settings: Settings;
  readonly secrets: Secrets;
  readonly addresses: Addresses;
  readonly databaseUrl: string;
  readonly readerDatabaseUrl: string;
  readonly deploymentId: string | null;
  readonly dev: boolean;
};

export function roleProcess(name: RoleName, world: World): RoleProcess {
  const { old, young, pool } = LIMITS[name];
  const bundled = join(ROOT, world.settings.buildDir, "roles", `${name}.mjs`);
  const file = !world.dev && existsSync(bundled) ? bundled : join(ROOT, "server", `${name}.ts`);
  return new RoleProcess({
    name,
    file,
    cwd: ROOT,
    flags: [
      `--max-old-space-size=${old}`,
      `--max-semi-space-size=${young}`,
      `--import=${join(ROOT, "server/supervisor/with-parent.mjs")}`,
    ],
    env: roleEnvironment(world, pool),
  });
}

/** Every setting, with what the supervisor found or made; the same for all roles but the pool. */
export function roleEnvironment(world: World, pool: number): NodeJS.ProcessEnv {
  const { settings, secrets, addresses } = world;
  return {
    ...environment(),
    NODE_ENV: world.dev ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    // glibc otherwise opens an arena per thread and never gives it back.
    MALLOC_ARENA_MAX: "2",
    PORT: String(settings.port),
    BASE_URL: settings.baseUrl,
    DATA_DIR: settings.dataDir,
    BUILD_DIR: settings.buildDir,
    DATABASE_URL: world.databaseUrl,
    READER_DATABASE_URL: world.readerDatabaseUrl,
    DATABASE_POOL_SIZE: environment().DATABASE_POOL_SIZE ?? String(pool),
    WEB_ADDRESS: addressText(addresses.webAddress),
    COLLAB_ADDRESS: addressText(addresses.collabAddress),
    WORKER_ADDRESS: addressText(addresses.workerAddress),
    FRONT_CONTROL_ADDRESS: addressText(addresses.frontControlAddress),
    INTERNAL_SECRET: secrets.internalSecret,
    AUTH_SECRET: secrets.authSecret,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: secrets.actionsKey,
    ...(world.deploymentId === null ? {} : { NEXT_DEPLOYMENT_ID: world.deploymentId }),
  };
}
