/** One print under way: what changed since it began, and what it is therefore worth when it ends. */
import type { Change } from "./changes.ts";

/** How often a print that soft changes overtook is made again before it is kept as old. */
const SOFT_TRIES = 3;

export class Print {
  readonly #touched = new Map<string, Change["hard"]>();
  #sawHard = false;
  #sawEverything = false;

  /** A change was applied while this print was being made. */
  note({ keys, hard }: Pick<Change, "keys" | "hard">): void {
    this.#sawHard ||= hard === "hard";
    for (const key of keys) {
      if (this.#touched.get(key) !== "hard") this.#touched.set(key, hard);
    }
  }

  /** The edition started over: nothing that began before counts. */
  noteEverything(): void {
    this.#sawEverything = true;
  }

  /** `keys` are what the print says that it was made from; `tries` counts from 1. */
  verdict(keys: readonly string[], tries: number): "fresh" | "old" | "again" {
    const touches = keys.map((key) => this.#touched.get(key));
    if (this.#sawEverything || touches.includes("hard")) return "again";
    if (!touches.includes("soft")) return "fresh";
    // Overtaken by a soft change, its keys may no longer say all that it names: no hard change may slip by.
    return this.#sawHard || tries < SOFT_TRIES ? "again" : "old";
  }
}
