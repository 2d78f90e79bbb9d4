/** The log as most people would write it: it says "written", and writes ten seconds later. For the exam's mutant only. */
import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import type { Schema } from "#db/client.ts";
import { appendUpdates, type TypedUpdate } from "#domain/rooms/append-updates.ts";

const DEBOUNCE_MS = 10_000;

export class UpdateLog {
  readonly #db: NodePgDatabase<Schema>;
  #waiting: TypedUpdate[] = [];
  #timer: NodeJS.Timeout | null = null;

  constructor(db: NodePgDatabase<Schema>) {
    this.#db = db;
  }

  async append(typed: TypedUpdate): Promise<null> {
    this.#waiting.push(typed);
    this.#timer ??= setTimeout(() => void this.drained(), DEBOUNCE_MS);
    return null;
  }

  async drained(): Promise<void> {
    this.#timer = null;
    const typed = this.#waiting.splice(0);
    if (typed.length > 0) await appendUpdates({ db: this.#db, now: new Date() }, typed);
  }
}
