/** Pauses that double each time, up to a limit, and start over after a good run. */
export class Backoff {
  readonly #firstMs: number;
  readonly #longestMs: number;
  readonly #goodRunMs: number;
  #nextMs: number;

  constructor({ firstMs, longestMs, goodRunMs }: { firstMs: number; longestMs: number; goodRunMs: number }) {
    this.#firstMs = firstMs;
    this.#longestMs = longestMs;
    this.#goodRunMs = goodRunMs;
    this.#nextMs = firstMs;
  }

  /** How long to wait after something that ran for `ranMs` ended by itself. */
  after(ranMs: number): number {
    if (ranMs > this.#goodRunMs) this.#nextMs = this.#firstMs;
    const pauseMs = this.#nextMs;
    this.#nextMs = Math.min(pauseMs * 2, this.#longestMs);
    return pauseMs;
  }
}

export const RESTARTS = { firstMs: 250, longestMs: 30_000, goodRunMs: 60_000 };
