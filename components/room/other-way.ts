/**
 * While the line is down: asks the newsroom over an ordinary request. Without an answer there is no
 * network, and waiting is right. With one, only the line can't be had; or this person may not come in.
 */
type Asked = { ok: true; value: { may: { write: boolean } } } | { ok: false; problem: { kind: string } };

/** So long a line that has just gone is simply waited for. */
const WAIT_MS = 7_000;
const AGAIN_MS = 4_000;

export class OtherWay {
  readonly #ask: () => Promise<Asked>;
  #downSince: number | null = null;
  #askedAt = 0;

  constructor(ask: () => Promise<Asked>) {
    this.#ask = ask;
  }

  lineIsUp(): void {
    this.#downSince = null;
  }

  /** Null: not worth asking yet, or no answer. */
  async look(): Promise<Asked | null> {
    const now = performance.now();
    this.#downSince ??= now;
    if (now - this.#downSince < WAIT_MS || now - this.#askedAt < AGAIN_MS || document.hidden) return null;
    this.#askedAt = now;
    return this.#ask().then(
      (given) => given,
      () => null,
    );
  }
}
