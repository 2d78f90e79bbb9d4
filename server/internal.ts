/** The header by which our processes know each other, and requests between them. */
import { timingSafeEqual } from "node:crypto";
import { type IncomingMessage, request } from "node:http";
import type { Address } from "./env-reading.ts";

export const SECRET_HEADER = "x-dateline-secret";

/** Whether a request comes from one of us. The header is gone afterwards: nothing behind this may see it. */
export function takeSecret(incoming: IncomingMessage, secret: string): boolean {
  const given = incoming.headers[SECRET_HEADER];
  delete incoming.headers[SECRET_HEADER];
  incoming.rawHeaders = withoutSecret(incoming.rawHeaders);
  if (typeof given !== "string") return false;
  const [a, b] = [Buffer.from(given), Buffer.from(secret)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function withoutSecret(raw: readonly string[]): string[] {
  const kept: string[] = [];
  for (let at = 0; at < raw.length; at += 2) {
    if (raw[at]?.toLowerCase() !== SECRET_HEADER) kept.push(raw[at] ?? "", raw[at + 1] ?? "");
  }
  return kept;
}

export type Ask = {
  readonly address: Address;
  readonly path: string;
  readonly secret: string;
  readonly timeoutMs: number;
  /** Sent as JSON with POST; without it the request is a GET. */
  readonly body?: unknown;
  /** Longest answer that is taken in; what comes after is left out. */
  readonly mostCharacters?: number;
};

/** One short request to another of our processes. Rejects when it doesn't answer in time. */
export function ask({
  address,
  path,
  secret,
  timeoutMs,
  body,
  mostCharacters = 10_000,
}: Ask): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const text = body === undefined ? null : JSON.stringify(body);
    const headers: Record<string, string> = { [SECRET_HEADER]: secret };
    if (text !== null) headers["content-type"] = "application/json";
    const outgoing = request(
      { ...address, path, method: text === null ? "GET" : "POST", headers, agent: false },
      (answer) => {
        let received = "";
        answer.setEncoding("utf8");
        answer.on("data", (piece: string) => {
          if (received.length < mostCharacters) received += piece;
        });
        answer.on("end", () => resolve({ status: answer.statusCode ?? 0, text: received }));
        answer.on("error", reject);
      },
    );
    const limit = AbortSignal.timeout(timeoutMs);
    limit.addEventListener("abort", () => outgoing.destroy(new Error(`no answer within ${timeoutMs} ms`)));
    outgoing.on("error", reject);
    outgoing.end(text ?? undefined);
  });
}
