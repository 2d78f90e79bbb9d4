import type { FromRoom, ToRoom } from "./messages.ts";

type Given = Extract<FromRoom, { type: "checkpointed" | "refused" }>;

const PATIENCE_MS = 12_000;

/** Asking the room to write down a screen; null is no answer. */
export class Checkpoints {
  readonly #tell: (message: ToRoom) => void;
  readonly #asked = new Map<number, (given: Given | null) => void>();
  #last = 0;

  constructor(tell: (message: ToRoom) => void) {
    this.#tell = tell;
  }

  ask(snapshot: string): Promise<Given | null> {
    this.#last += 1;
    const ask = this.#last;
    return new Promise((done) => {
      const timer = setTimeout(() => this.#settle(ask, null), PATIENCE_MS);
      this.#asked.set(ask, (given) => {
        clearTimeout(timer);
        done(given);
      });
      this.#tell({ type: "checkpoint", ask, snapshot });
    });
  }

  answer(given: Given): void {
    this.#settle(given.ask, given);
  }

  #settle(ask: number, given: Given | null): void {
    this.#asked.get(ask)?.(given);
    this.#asked.delete(ask);
  }
}
