/**
 * Who tries addresses of pictures that nobody may have. Their names are hashes, so an honest
 * reader misses one now and then, after it was pulled; whoever misses thirty in ten minutes is
 * trying to find what isn't published, and the log says so once.
 */
import type { IncomingMessage } from "node:http";
import ipaddr from "ipaddr.js";
import { log } from "../log.ts";
import type { Asker } from "./headers.ts";

const MANY = 30;
const WINDOW_MS = 10 * 60_000;
const MOST_ADDRESSES = 10_000;

type Count = { since: number; misses: number };

export class Misses {
  readonly #byPlace = new Map<string, Count>();
  readonly #warn: (place: string, misses: number) => void;

  constructor(warn: (place: string, misses: number) => void) {
    this.#warn = warn;
  }

  note(address: string, now: number): void {
    const place = placeOf(address);
    const known = this.#byPlace.get(place);
    const count = known && now - known.since < WINDOW_MS ? known : { since: now, misses: 0 };
    count.misses += 1;
    this.#byPlace.delete(place);
    this.#byPlace.set(place, count);
    if (count.misses === MANY) this.#warn(place, count.misses);
    const [oldest] = this.#byPlace.keys();
    if (this.#byPlace.size > MOST_ADDRESSES && oldest !== undefined) this.#byPlace.delete(oldest);
  }
}

/** Told of each request that missed. */
export function noteMisses(askerOf: (req: IncomingMessage) => Asker): (req: IncomingMessage) => void {
  const misses = new Misses((place, count) =>
    log().warn({ place, misses: count }, "somebody tries addresses of pictures that aren't published"),
  );
  return (req) => misses.note(askerOf(req).address, performance.now());
}

/** A household has all of an IPv6 /64: it counts as one. */
function placeOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (parsed.kind() === "ipv4") return parsed.toString();
  return `${(parsed as ipaddr.IPv6).parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(":")}::/64`;
}
