/** The clockwork of an open room: something regularly, something soon and only once however often asked. */
export class Ticking {
  #regular: ReturnType<typeof setTimeout> | undefined;
  #once: ReturnType<typeof setTimeout> | undefined;

  start(everyMs: number, then: () => void): void {
    const again = () => {
      this.#regular = setTimeout(() => {
        then();
        again();
      }, everyMs);
    };
    this.stop();
    again();
  }

  soon(ms: number, then: () => void): void {
    this.#once ??= setTimeout(() => {
      this.#once = undefined;
      then();
    }, ms);
  }

  stop(): void {
    clearTimeout(this.#regular);
    clearTimeout(this.#once);
    this.#once = undefined;
  }
}
