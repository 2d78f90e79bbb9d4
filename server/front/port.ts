/** The public port's own limits: how long, how much and how many, so that slow or huge requests starve nobody. */
import type { IncomingMessage, Server, ServerOptions } from "node:http";

const MOST_CONNECTIONS = 4_096;
const IDLE_MS = 60_000;
const DRAIN_MS = 2_500;

export function portOptions(upgradeCounts: (req: IncomingMessage) => boolean): ServerOptions {
  return {
    shouldUpgradeCallback: upgradeCounts,
    // A reader's request is a few hundred bytes; staff cookies and action headers stay far below this.
    maxHeaderSize: 24 * 1024,
    headersTimeout: 15_000,
    // Long enough for a photograph over a bad line.
    requestTimeout: 15 * 60_000,
    connectionsCheckingInterval: 5_000,
    keepAliveTimeout: 30_000,
    requireHostHeader: true,
    insecureHTTPParser: false,
    noDelay: true,
  };
}

export function boundConnections(server: Server): void {
  server.maxConnections = MOST_CONNECTIONS;
  server.maxHeadersCount = 100;
  // Who neither sends nor takes a byte for so long has gone; streams to staff lift it for themselves.
  server.timeout = IDLE_MS;
}

export function listen(server: Server, port: number, host: string | null): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host: host ?? undefined }, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

export function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("this server listens on no port");
  return address.port;
}

/** Takes no more, lets what is under way end, and closes what then still hangs on. */
export function drain(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const impatience = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    server.close(() => {
      clearTimeout(impatience);
      resolve();
    });
    server.closeIdleConnections();
  });
}
