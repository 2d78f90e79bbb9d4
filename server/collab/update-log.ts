/**
 * What is typed, on its way to the disk. Updates that come while one write is under way go out
 * together with the next, so that a busy room costs as many commits as the disk can do and no
 * more. A promise settles when its own update is committed, refused or failed, never earlier.
 */
import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import type { Schema } from "#db/client.ts";
import { type Appended, appendUpdates, type TypedUpdate } from "#domain/rooms/append-updates.ts";

const MOST_AT_ONCE = 200;

type Waiting = {
  typed: TypedUpdate;
  resolve: (answer: Appended) => void;
  reject: (error: unknown) => void;
};

export class UpdateLog {
  readonly #db: NodePgDatabase<Schema>;
  #waiting: Waiting[] = [];
  #writing: Promise<void> | null = null;

  constructor(db: NodePgDatabase<Schema>) {
    this.#db = db;
  }

  append(typed: TypedUpdate): Promise<Appended> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ typed, resolve, reject });
      this.#writing ??= this.#write().finally(() => {
        this.#writing = null;
      });
    });
  }

  /** Settles once nothing is on its way any more. */
  async drained(): Promise<void> {
    while (this.#writing) await this.#writing;
  }

  async #write(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, MOST_AT_ONCE);
      try {
        const answers = await appendUpdates(
          { db: this.#db, now: new Date() },
          batch.map(({ typed }) => typed),
        );
        for (const [at, { resolve }] of batch.entries()) resolve(answers[at] ?? null);
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
  }
}
