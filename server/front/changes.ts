/**
 * Follows the `changes` table: a connection of its own that listens, and reads every row after the
 * last one applied, each time it connects, is notified, is asked to settle, or has heard nothing
 * for a while. The rows are the truth; a notification only wakes. Before the first read on a
 * connection it checks that the last change applied is a row of this database, with the same time:
 * if it isn't (a restored or another database, rows pruned away), the edition starts over.
 */
import type pg from "pg";
import type { Language } from "#domain/vocabulary.ts";
import type { Edition } from "./edition.ts";
import type { Page } from "./page.ts";

/** A story that was taken back; `at` is the instant of the withdrawal. */
export type Gone = { storyNumber: number; language: Language; at: string };

export type Change = {
  seq: number;
  keys: readonly string[];
  hard: "hard" | "soft";
  gone: Gone | null;
  /** When the row was written, as the database tells it to the microsecond. */
  at: string;
};

export type Told = {
  /** A change was applied; `pages` were in memory before it. */
  applied: (change: Change, pages: Page[]) => void;
  /** Everything that was ever printed was dropped. */
  startedOver: () => void;
};

const HEARTBEAT_MS = 5_000;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 1_000;
const LOST_MS = 2_000;
const START_MS = 30_000;
const BATCH = 500;
const QUERY_TIMEOUT_MS = 4_000;

const ROWS_AFTER = `select seq::float8 as seq, keys, hard, gone, extract(epoch from changed_at)::text as at
                      from changes where seq > $1 order by seq limit ${BATCH}`;
const ROW_AT = "select extract(epoch from changed_at)::text as at from changes where seq = $1";
const FIRST_AND_LAST = `select coalesce(min(seq), 0)::float8 as first, coalesce(max(seq), 0)::float8 as last,
    (select extract(epoch from changed_at)::text from changes order by seq desc limit 1) as at from changes`;

export class Follower {
  readonly #url: string;
  readonly #edition: Edition;
  readonly #told: Told;
  readonly #waiting = new Set<() => void>();
  #client: pg.Client | null = null;
  #reading: Promise<void> | null = null;
  #again = false;
  #stopped = false;
  #wake: () => void = () => {};
  #hasFollowed = false;
  #lostAt = performance.now();
  #giveUp: (error: unknown) => void = () => {};
  #heartbeat: NodeJS.Timeout | undefined;
  /** Why the edition isn't following at the moment; null when it is. */
  trouble: string | null = "The front hasn't reached the database yet.";

  constructor(url: string, edition: Edition, told: Told) {
    this.#url = url;
    this.#edition = edition;
    this.#told = told;
  }

  /** Not following for longer than a restart of the database takes. */
  get isLate(): boolean {
    const allowed = this.#hasFollowed ? LOST_MS : START_MS;
    return this.trouble !== null && performance.now() - this.#lostAt > allowed;
  }

  /** Follows until `stop`. `firstTry` is called when the first attempt has succeeded or failed. */
  async follow(firstTry: () => void): Promise<void> {
    let pause = FIRST_PAUSE_MS;
    while (!this.#stopped) {
      try {
        await this.#connected(() => {
          pause = FIRST_PAUSE_MS;
          firstTry();
        });
      } catch (error) {
        if (this.trouble === null) this.#lostAt = performance.now();
        this.trouble = `The front can't follow the newsroom's changes: ${reason(error)}.`;
      }
      firstTry();
      if (this.#stopped) return;
      await this.#pause(pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    }
  }

  /** True once everything up to `seq` is applied; false when that takes longer than `patienceMs`. */
  async settle(seq: number, patienceMs: number): Promise<boolean> {
    if (this.#applied() >= seq) return true;
    return new Promise((resolve) => {
      const end = (settled: boolean) => {
        clearTimeout(timer);
        this.#waiting.delete(look);
        resolve(settled);
      };
      const look = () => {
        if (this.#applied() >= seq) end(true);
      };
      const timer = setTimeout(() => end(false), patienceMs);
      this.#waiting.add(look);
      if (this.#client) this.#readSoon();
      else this.#wake();
    });
  }

  stop(): void {
    this.#stopped = true;
    this.#wake();
    void this.#client?.end();
  }

  #applied(): number {
    return this.#edition.applied ?? -1;
  }

  /** One connection's life. Ends by throwing, or when it is stopped. */
  async #connected(following: () => void): Promise<void> {
    const { default: driver } = await import("pg");
    const client = new driver.Client({
      connectionString: this.#url,
      application_name: "dateline-front",
      connectionTimeoutMillis: 2_000,
      query_timeout: QUERY_TIMEOUT_MS,
      keepAlive: true,
    });
    const lost = new Promise<never>((_, reject) => {
      this.#giveUp = reject;
      client.on("error", reject);
      client.on("end", () => reject(new Error("the connection ended")));
    });
    lost.catch(() => {
      // Also told to whoever awaits it below; a connection may be lost before that.
    });
    try {
      await Promise.race([client.connect(), lost]);
      await Promise.race([client.query("listen changes"), lost]);
      await Promise.race([this.#findPlace(client), lost]);
      this.#client = client;
      // A read on the connection before this one must not hold up this one's.
      this.#reading = null;
      client.on("notification", () => this.#readSoon());
      this.#heartbeat = setInterval(() => this.#readSoon(), HEARTBEAT_MS);
      await Promise.race([this.#read(client), lost]);
      this.trouble = null;
      this.#hasFollowed = true;
      following();
      await lost;
    } finally {
      clearInterval(this.#heartbeat);
      this.#client = null;
      client.end().catch(() => {
        // It is already lost.
      });
    }
  }

  /** Makes sure that `applied` is a place in this database's changes. */
  async #findPlace(client: pg.Client): Promise<void> {
    const stamp = this.#edition.stamp();
    if (stamp !== null && stamp.seq > 0) {
      const { rows } = await client.query<{ at: string }>(ROW_AT, [stamp.seq]);
      if (rows[0]?.at === stamp.at) return;
    }
    const { rows } = await client.query<{ first: number; last: number; at: string | null }>(FIRST_AND_LAST);
    const { first = 0, last = 0, at = null } = rows[0] ?? {};
    // At 0 nothing was ever published: that holds as long as the first change is still there.
    if (stamp?.seq === 0 && first <= 1) return;
    this.#edition.startOver(last, at ?? "");
    this.#told.startedOver();
  }

  #readSoon(): void {
    const client = this.#client;
    if (client === null) return;
    if (this.#reading) {
      this.#again = true;
      return;
    }
    const giveUp = this.#giveUp;
    const reading = this.#read(client)
      .catch((error: unknown) => {
        // A connection that can't answer is given up; the loop makes another and replays.
        giveUp(error);
      })
      .finally(() => {
        if (this.#reading !== reading) return;
        this.#reading = null;
        if (this.#again) {
          this.#again = false;
          this.#readSoon();
        }
      });
    this.#reading = reading;
  }

  async #read(client: pg.Client): Promise<void> {
    for (;;) {
      const { rows } = await client.query<Change>(ROWS_AFTER, [this.#edition.applied ?? 0]);
      for (const change of rows) this.#told.applied(change, this.#edition.apply(change));
      for (const look of [...this.#waiting]) look();
      if (rows.length < BATCH) return;
    }
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message || error.name : String(error);
}
