/**
 * The one door for sockets: a WebSocket upgrade at /collab, to the collab process and nowhere
 * else (in development also Next's own, to web). Where it leads is fixed by settings; nothing in
 * the request can choose another address.
 */
import { type IncomingMessage, request, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import type { Address } from "../env-reading.ts";
import { type Asker, forwardedHeaders, headersForWeb, onlyValue } from "./headers.ts";

export const COLLAB_DOOR = /^\/collab(\/[\w-]*)*(\?[^\s#]*)?$/;
/** Where Next's own page in development listens for changed code. */
export const DEVELOPMENT_DOOR = /^\/_next\/hmr(\?[^\s#]*)?$/;
const HANDSHAKE_MS = 10_000;

export type Upgrades = {
  /** Node asks for each request whether an `Upgrade` header counts; one that we don't speak (h2c) doesn't. */
  counts: (req: IncomingMessage) => boolean;
  upgrade: (req: IncomingMessage, socket: Duplex, head: Buffer) => void;
  closeAll: () => void;
};

/** Who is behind which address. */
export type Doors = readonly (readonly [RegExp, Address])[];

export function upgradesTo(doors: Doors, secret: string, askerOf: (req: IncomingMessage) => Asker): Upgrades {
  const open = new Set<Duplex>();

  function upgrade(req: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on("error", () => socket.destroy());
    const door = doors.find(([path]) => path.test(req.url ?? ""));
    const honest = req.method === "GET" && onlyValue(req.rawHeaders, "host") !== "twice";
    if (honest && door) pass(door[1], req, socket, head);
    else sayAndClose(socket, 400);
  }

  function pass({ host, port }: Address, req: IncomingMessage, socket: Duplex, head: Buffer): void {
    req.socket.setTimeout(0);
    const headers = headersForWeb(req.rawHeaders);
    headers.push("connection", "Upgrade", "upgrade", "websocket");
    headers.push(...forwardedHeaders(askerOf(req)), "x-dateline-secret", secret);
    const asked = request({ host, port, path: req.url, headers, agent: false, setDefaultHeaders: false });
    asked.setTimeout(HANDSHAKE_MS, () => asked.destroy(new Error("nobody answered")));
    asked.on("error", () => sayAndClose(socket, 503));
    asked.on("response", (answer) => {
      sayAndClose(socket, answer.statusCode ?? 502);
      asked.destroy();
    });
    asked.on("upgrade", (answer, inside, first) => {
      asked.setTimeout(0);
      socket.write(`HTTP/1.1 101 Switching Protocols\r\n${linesOf(answer.rawHeaders)}\r\n\r\n`);
      if (first.length > 0) socket.write(first);
      if (head.length > 0) inside.write(head);
      join(socket, inside);
    });
    socket.on("close", () => asked.destroy());
    asked.end();
  }

  function join(outside: Duplex, inside: Duplex): void {
    open.add(outside);
    inside.on("error", () => outside.destroy());
    inside.on("close", () => outside.destroy());
    outside.on("close", () => {
      open.delete(outside);
      inside.destroy();
    });
    outside.pipe(inside).pipe(outside);
  }

  return {
    counts: (req) => req.headers.upgrade?.toLowerCase() === "websocket",
    upgrade,
    closeAll: () => {
      for (const socket of open) socket.destroy();
    },
  };
}

function linesOf(raw: readonly string[]): string {
  const lines: string[] = [];
  for (let i = 0; i + 1 < raw.length; i += 2) lines.push(`${raw[i]}: ${raw[i + 1]}`);
  return lines.join("\r\n");
}

function sayAndClose(socket: Duplex, status: number): void {
  if (!socket.writable) return;
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`,
  );
}
