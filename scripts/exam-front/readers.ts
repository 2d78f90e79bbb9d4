/** Sixteen readers who look at everything, over kept connections, and show the judge what they saw. */
import { Agent, request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { brotliDecompressSync } from "node:zlib";
import type { Judge } from "#server/front/testing/judge.ts";

export type Readers = { answers: Map<number, number>; stop: () => Promise<void> };

export function sendReaders(url: string, paths: readonly string[], count: number, judge: Judge): Readers {
  const agent = new Agent({ keepAlive: true });
  const answers = new Map<number, number>();
  let reading = true;
  const readers = Array.from({ length: count }, async (_, reader) => {
    for (let turn = reader * 3; reading; turn++) {
      const asked = judge.ask(paths[turn % paths.length] ?? "/en");
      const { status, text } = await look(agent, new URL(asked.path, url));
      answers.set(status, (answers.get(status) ?? 0) + 1);
      judge.told(asked, text);
      // People pause between pages; without it the readers would take the machine from the newsroom.
      await pause(10);
    }
  });
  return {
    answers,
    stop: async () => {
      reading = false;
      await Promise.all(readers);
      agent.destroy();
    },
  };
}

/** Status 0: no answer at all, which a front that stays up never gives. */
function look(agent: Agent, address: URL): Promise<{ status: number; text: string }> {
  return new Promise((resolve) => {
    const asked = request(address, { agent, headers: { "accept-encoding": "br" } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("end", () => {
        const body = Buffer.concat(parts);
        const plain = answer.headers["content-encoding"] === "br" ? brotliDecompressSync(body) : body;
        resolve({ status: answer.statusCode ?? 0, text: plain.toString() });
      });
      answer.on("error", () => resolve({ status: 0, text: "" }));
    });
    asked.on("error", () => resolve({ status: 0, text: "" }));
    asked.end();
  });
}
