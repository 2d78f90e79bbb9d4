/** Asks web for one print of a reader page. Nothing of the reader's request goes along: not a header, cookie or query. */
import { Agent, type IncomingMessage, request } from "node:http";
import type { Address } from "../env-reading.ts";

export type Answer = { status: number; headers: IncomingMessage["headers"]; body: Buffer };

/** Why web didn't print: nobody listens, it took too long, or it answered something that is no page. */
export class PrintFailed extends Error {
  readonly why: "refused" | "slow" | "broken";
  constructor(why: PrintFailed["why"], message: string) {
    super(message);
    this.name = "PrintFailed";
    this.why = why;
  }
}

const LARGEST_PRINT_BYTES = 64 * 1024 * 1024;

export class WebClient {
  readonly #web: Address;
  readonly #headers: Record<string, string>;
  readonly #agent: Agent;
  readonly #patienceMs: number;

  constructor(web: Address, baseUrl: string, secret: string, patienceMs: number) {
    const origin = new URL(baseUrl);
    this.#web = web;
    this.#patienceMs = patienceMs;
    // The page's own address in canonical links comes from BASE_URL, never from what a reader typed.
    this.#headers = {
      host: origin.host,
      "x-forwarded-host": origin.host,
      "x-forwarded-proto": origin.protocol.slice(0, -1),
      "x-dateline-secret": secret,
      accept: "*/*",
      "accept-encoding": "identity",
      "user-agent": "dateline-front",
    };
    // Web has one thread: more at once would only wait inside it, and hold up the desk.
    this.#agent = new Agent({ keepAlive: true, maxSockets: 8, keepAliveMsecs: 10_000 });
  }

  /** One retry where a kept connection turned out to be closed: web never saw that request. */
  async print(path: string): Promise<Answer> {
    try {
      return await this.#ask(path);
    } catch (error) {
      if (error instanceof StaleConnection) return this.#ask(path);
      throw error;
    }
  }

  close(): void {
    this.#agent.destroy();
  }

  #ask(path: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const { host, port } = this.#web;
      let answering = false;
      const asked = request({ host, port, path, headers: this.#headers, agent: this.#agent }, (answer) => {
        answering = true;
        const parts: Buffer[] = [];
        let bytes = 0;
        answer.on("data", (part: Buffer) => {
          parts.push(part);
          bytes += part.length;
          if (bytes > LARGEST_PRINT_BYTES) asked.destroy(new PrintFailed("broken", "the page never ends"));
        });
        answer.on("end", () => {
          clearTimeout(patience);
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) });
        });
        answer.on("aborted", () => fail(new PrintFailed("refused", "web went away in the middle of a page")));
      });
      const fail = (error: Error) => {
        clearTimeout(patience);
        reject(error);
      };
      const patience = setTimeout(
        () => asked.destroy(new PrintFailed("slow", "web took too long")),
        this.#patienceMs,
      );
      asked.on("error", (error) => {
        if (error instanceof PrintFailed) fail(error);
        else if (asked.reusedSocket && !answering) fail(new StaleConnection("refused", error.message));
        else fail(new PrintFailed("refused", error.message));
      });
      // Whatever else may happen to a connection: who waits is told.
      asked.on("close", () => fail(new PrintFailed("refused", "the connection closed")));
      asked.end();
    });
  }
}

class StaleConnection extends PrintFailed {}
