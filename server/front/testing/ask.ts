/** A reader's program for tests: one request, the raw answer, every encoding undone. */
import { type IncomingHttpHeaders, request } from "node:http";
import { connect } from "node:net";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

export type Told = { status: number; headers: IncomingHttpHeaders; text: string; bytes: number };
type Asking = { method?: string; headers?: Record<string, string | string[]>; body?: string };

export function ask(
  port: number,
  path: string,
  { method = "GET", headers = {}, body }: Asking = {},
): Promise<Told> {
  return new Promise((resolve, reject) => {
    const asked = request({ port, path, method, headers, agent: false }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("error", reject);
      answer.on("end", () => {
        const bytes = Buffer.concat(parts);
        const text = plain(bytes, answer.headers["content-encoding"]).toString();
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text, bytes: bytes.length });
      });
    });
    asked.on("error", reject);
    asked.end(body);
  });
}

/** Sends these bytes as they are, and gives back what came until the connection closed. */
export function askRaw(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(bytes));
    let text = "";
    socket.setTimeout(5_000, () => socket.destroy(new Error("the connection stayed open")));
    socket.on("data", (part) => {
      text += String(part);
    });
    socket.on("close", () => resolve(text));
    socket.on("error", (error) => (text === "" ? reject(error) : resolve(text)));
  });
}

/** Asks until the answer is right. The test's own time limit ends it when it never is. */
export async function until(right: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await right())) await new Promise((resolve) => setImmediate(resolve));
}

function plain(body: Buffer, encoding: string | undefined): Buffer {
  if (body.length === 0) return body;
  if (encoding === "br") return brotliDecompressSync(body);
  return encoding === "gzip" ? gunzipSync(body) : body;
}
