/**
 * Counts presses of "share" in memory and writes them down in one go, some seconds after the first.
 * Nothing is kept of who pressed: an address is only held, salted and hashed, for the minute in
 * which it is limited. What is counted and not written yet is lost when this process ends.
 */
import { createHmac, randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Shares } from "#domain/sharing/add-shares.ts";
import type { ShareChannel } from "#domain/vocabulary.ts";
import { log } from "../log.ts";

export type Press = { storyNumber: number; channel: ShareChannel; address: string };
export type Write = (counted: readonly Shares[]) => Promise<void>;

const MINUTE_MS = 60_000;
/** One machine's presses in a minute: many phones share one address where networks are poor. */
const PER_ADDRESS = 60;
/** And of one thing: a thumb that slips twice, not a script. */
const PER_THING = 5;
const MOST_LIMITED = 20_000;
const MOST_COUNTED = 5_000;

export class Tally {
  readonly #write: Write;
  readonly #delayMs: number;
  readonly #now: () => number;
  readonly #counted = new Map<string, Shares>();
  readonly #limited = new Map<string, number>();
  #salt = randomBytes(16);
  #minute = 0;
  #writing: Promise<void> | null = null;

  constructor(
    write: Write,
    { delayMs = 5_000, now = Date.now }: { delayMs?: number; now?: () => number } = {},
  ) {
    this.#write = write;
    this.#delayMs = delayMs;
    this.#now = now;
  }

  /** True when it counts. */
  press({ storyNumber, channel, address }: Press): boolean {
    const thing = `${storyNumber} ${channel}`;
    const known = this.#counted.get(thing);
    if (!known && this.#counted.size >= MOST_COUNTED) return false;
    if (!this.#take(address, PER_ADDRESS) || !this.#take(`${address} ${thing}`, PER_THING)) return false;
    this.#counted.set(thing, { storyNumber, channel, shares: (known?.shares ?? 0) + 1 });
    this.#writing ??= this.#writeSoon();
    return true;
  }

  /** Until all that was pressed before this call is written, or has failed to be. */
  async settled(): Promise<void> {
    await this.#writing;
  }

  async #writeSoon(): Promise<void> {
    await pause(this.#delayMs, undefined, { ref: false });
    const counted = [...this.#counted.values()];
    this.#counted.clear();
    this.#writing = null;
    try {
      await this.#write(counted);
    } catch (error) {
      // The database is away: these few are lost, the next are counted as ever.
      log().warn({ reason: (error as Error).message }, "shares could not be written down");
    }
  }

  #take(who: string, most: number): boolean {
    const minute = Math.floor(this.#now() / MINUTE_MS);
    if (minute !== this.#minute) {
      this.#minute = minute;
      this.#limited.clear();
      this.#salt = randomBytes(16);
    }
    const key = createHmac("sha256", this.#salt).update(who).digest("base64url");
    const taken = this.#limited.get(key) ?? 0;
    if (taken >= most || (taken === 0 && this.#limited.size >= MOST_LIMITED)) return false;
    this.#limited.set(key, taken + 1);
    return true;
  }
}
