/** Ports: the public one must be ours to take; those between processes are whatever is free. */
import { createServer, type Server } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { Problem } from "#domain/problem.ts";
import type { Settings } from "../env.ts";
import type { Address } from "../env-reading.ts";

/** A newsroom that was killed a moment ago closes its port within this time. */
const PATIENCE_MS = 2_000;

/** Fails with a sentence when somebody else listens where readers are to come in. */
export async function claimPublicPort({ port, host }: Pick<Settings, "port" | "host">): Promise<void> {
  const limit = performance.now() + PATIENCE_MS;
  for (;;) {
    const code = await tryPort(port, host);
    if (code === null) return;
    if (code === "EACCES") {
      throw new Problem(
        "unavailable",
        `Port ${port} needs more rights than this user has: choose one above 1023.`,
      );
    }
    if (code !== "EADDRINUSE") {
      throw new Problem(
        "unavailable",
        `HOST=${host} can't be listened on here (${code}): leave it out, or correct it.`,
      );
    }
    if (performance.now() > limit) {
      throw new Problem(
        "conflict",
        `Port ${port} is taken by another program. Stop it, or choose another: PORT=${port + 1} npm start`,
      );
    }
    await pause(50);
  }
}

function tryPort(port: number, host: string | null): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen(port, host ?? undefined, () => server.close(() => resolve(null)));
  });
}

/** All are held at the same time before they are given back, so that no two are the same. */
export async function findFreeAddresses(count: number): Promise<Address[]> {
  const servers = await Promise.all(Array.from({ length: count }, openAnywhere));
  const addresses = servers.map((server) => {
    const bound = server.address();
    return { host: "127.0.0.1", port: bound !== null && typeof bound === "object" ? bound.port : 0 };
  });
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return addresses;
}

function openAnywhere(): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => resolve(server));
  });
}
