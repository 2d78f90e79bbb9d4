/** Text of a story that the server doesn't have yet, as one visit left it. */
export type UnsavedCopy<D> = { key: string; baseRevisionId: string; keptAt: number; draft: D };

const PREFIX = "dateline:unsaved:";

/**
 * Text that the server doesn't have yet, kept on this machine so that a crash, a dead line or a
 * closed lid loses nothing. Each visit (a tab, a reload) has one entry of its own in each story
 * and removes no other: two tabs may write at once, and what an earlier visit couldn't save stays
 * until a person puts it back or throws it away.
 */
export class UnsavedCopies<D> {
  readonly #storage: Storage | null;
  readonly #story: string;
  readonly #own: string;
  /** Copies whose text is on this screen: the server has them when it has the screen. */
  readonly #onScreen = new Set<string>();

  constructor(storage: Storage | null, storyId: string) {
    this.#storage = storage;
    this.#story = `${PREFIX}${storyId}:`;
    // Not randomUUID: browsers keep that from newsrooms on plain http.
    this.#own = `${this.#story}${crypto.getRandomValues(new Uint32Array(2)).join("-")}`;
  }

  /** Keeps what is on this screen. A full or closed storage keeps nothing. */
  keep(draft: D, baseRevisionId: string): void {
    const copy: Omit<UnsavedCopy<D>, "key"> = { baseRevisionId, keptAt: Date.now(), draft };
    const text = JSON.stringify(copy);
    // A promise swallows what a full storage throws; the write itself still happens here and now.
    void new Promise<void>((done) => {
      this.#storage?.setItem(this.#own, text);
      done();
    }).then(undefined, () => undefined);
  }

  /** The server has everything that is on this screen. */
  saved(): void {
    for (const key of [this.#own, ...this.#onScreen]) this.#storage?.removeItem(key);
    this.#onScreen.clear();
  }

  /** The text of this copy is on the screen now; it stays here until it is saved. */
  putOnScreen({ key }: UnsavedCopy<D>): void {
    this.#onScreen.add(key);
  }

  throwAway({ key }: UnsavedCopy<D>): void {
    this.#storage?.removeItem(key);
  }

  /** What other visits couldn't save, the newest first. */
  lost(): UnsavedCopy<D>[] {
    const storage = this.#storage;
    if (!storage) return [];
    return Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? "")
      .filter((key) => key.startsWith(this.#story) && key !== this.#own && !this.#onScreen.has(key))
      .map((key) => ({ ...JSON.parse(storage.getItem(key) ?? "{}"), key }))
      .sort((a, b) => b.keptAt - a.keptAt);
  }
}
