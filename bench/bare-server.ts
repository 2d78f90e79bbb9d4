/**
 * The yardstick: the smallest Node server that sends one page's bytes and headers from memory.
 * `node bench/bare-server.ts <address of the page> <accept-encoding>` prints its port.
 */
import { createServer, request } from "node:http";

const [address = "", encoding = "br"] = process.argv.slice(2);
/** Node's own server says these by itself. */
const SAID_ANYWAY = new Set(["date", "connection", "keep-alive"]);

request(address, { headers: { "accept-encoding": encoding } }, (answer) => {
  const parts: Buffer[] = [];
  answer.on("data", (part: Buffer) => parts.push(part));
  answer.on("end", () => serve(answer.statusCode ?? 0, headOf(answer.rawHeaders), Buffer.concat(parts)));
}).end();

function headOf(raw: readonly string[]): string[] {
  const head: string[] = [];
  for (let i = 0; i + 1 < raw.length; i += 2) {
    if (!SAID_ANYWAY.has((raw[i] ?? "").toLowerCase())) head.push(raw[i] ?? "", raw[i + 1] ?? "");
  }
  return head;
}

function serve(status: number, head: string[], body: Buffer): void {
  const server = createServer((_, res) => {
    res.writeHead(status, head);
    res.end(body);
  });
  server.listen(0, "127.0.0.1", () => {
    const bound = server.address();
    console.log(typeof bound === "object" && bound !== null ? bound.port : 0);
  });
}
