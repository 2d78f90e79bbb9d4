import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { addressText, environment } from "./env.ts";
import type { Address } from "./env-reading.ts";
import { examineRole } from "./health.ts";
import { findFreeAddresses } from "./supervisor/ports.ts";

const SECRET = "the-secret-between-processes-in-this-test";
const ORIGIN = "https://news.example.org";
let collab: ChildProcess;
let address: Address;

beforeAll(async () => {
  const [own, other] = await findFreeAddresses(2);
  if (!own || !other) throw new Error("no free ports");
  address = own;
  collab = spawn(process.execPath, ["server/collab.ts"], {
    env: {
      ...environment(),
      BASE_URL: ORIGIN,
      // Nobody listens there: what is refused must be refused before the database is asked.
      DATABASE_URL: "postgres://nobody@127.0.0.1:1/nothing",
      COLLAB_ADDRESS: addressText(own),
      WEB_ADDRESS: addressText(other),
      WORKER_ADDRESS: addressText(other),
      FRONT_CONTROL_ADDRESS: addressText(other),
      INTERNAL_SECRET: SECRET,
      AUTH_SECRET: "a-secret-for-cookies-in-this-test-only",
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: Buffer.alloc(32).toString("base64"),
      LOG_LEVEL: "silent",
    },
    stdio: "inherit",
  });
  while (!(await examineRole("collab", address, SECRET)).ok) await pause(20);
});

afterAll(async () => {
  const gone = once(collab, "exit");
  collab.kill("SIGTERM");
  expect((await gone)[0]).toBe(0);
});

/** The status with which an upgrade is refused. */
function knock(path: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://${addressText(address)}${path}`, { headers });
    socket.on("unexpected-response", (_, answer) => resolve(answer.statusCode ?? 0));
    socket.on("open", () => reject(new Error("it was let in")));
    socket.on("error", () => {});
  });
}

const fromFront = { "x-dateline-secret": SECRET };

describe("a live connection", () => {
  it("is refused without the front's secret, whoever asks", async () => {
    expect(await knock("/collab", { origin: ORIGIN })).toBe(403);
    expect(await knock("/collab", { origin: ORIGIN, "x-dateline-secret": "guessed" })).toBe(403);
  });

  it("is refused from a foreign page, from none, and from a sandboxed one", async () => {
    expect(await knock("/collab", { ...fromFront, origin: "https://evil.example.org" })).toBe(403);
    expect(await knock("/collab", { ...fromFront, origin: "http://news.example.org" })).toBe(403);
    expect(await knock("/collab", { ...fromFront, origin: "null" })).toBe(403);
    expect(await knock("/collab", fromFront)).toBe(403);
  });

  it("is refused to somebody without a session", async () => {
    expect(await knock("/collab", { ...fromFront, origin: ORIGIN })).toBe(401);
    expect(
      await knock("/collab", { ...fromFront, origin: ORIGIN, cookie: "__Host-dateline-session=forged" }),
    ).toBe(401);
  });

  it("exists at its own address only", async () => {
    expect(await knock("/collaborate", { ...fromFront, origin: ORIGIN })).toBe(404);
  });

  it("tells its health to our own processes only", async () => {
    const answer = await fetch(`http://${addressText(address)}/__collab/health`);
    expect(answer.status).toBe(403);
  });
});
