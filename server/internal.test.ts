import { createServer, type IncomingMessage, type Server } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import type { Address } from "./env-reading.ts";
import { ask, takeSecret } from "./internal.ts";
import { findFreeAddresses } from "./supervisor/ports.ts";

const SECRET = "a-secret-of-more-than-thirty-two-letters";
let server: Server | null = null;
afterEach(() => void server?.close());

async function listen(answer: (request: IncomingMessage) => string | null): Promise<Address> {
  const [address] = await findFreeAddresses(1);
  if (!address) throw new Error("no free port");
  server = createServer((request, response) => {
    const text = answer(request);
    if (text !== null) response.end(text);
  });
  await new Promise<void>((resolve) => server?.listen(address.port, address.host, resolve));
  return address;
}

describe("a request between our processes", () => {
  it("is known by its secret, which nothing behind the check sees", async () => {
    const address = await listen((request) => {
      const known = takeSecret(request, SECRET);
      return JSON.stringify({ known, left: [...Object.keys(request.headers), ...request.rawHeaders] });
    });
    const right = JSON.parse((await ask({ address, path: "/", secret: SECRET, timeoutMs: 1_000 })).text);
    expect(right.known).toBe(true);
    expect(right.left.join().toLowerCase()).not.toContain("secret");
    const wrong = JSON.parse(
      (await ask({ address, path: "/", secret: `${SECRET}x`, timeoutMs: 1_000 })).text,
    );
    expect(wrong.known).toBe(false);
  });

  it("gives up on a process that hangs", async () => {
    const address = await listen(() => null);
    const hanging = ask({ address, path: "/", secret: SECRET, timeoutMs: 50 });
    await expect(hanging).rejects.toThrow("no answer within 50 ms");
    server?.closeAllConnections();
  });
});
