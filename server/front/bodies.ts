/**
 * Bodies on their way to web. Each holds one of the few connections to web until it has arrived, so
 * somebody who sends them by the drop could keep the whole newsroom out. Therefore: so many at once
 * from one address, so many from everybody (the rest of the connections stays for requests without
 * one), and a body that doesn't move is ended. Waiting for web isn't held against its sender.
 */
import type { IncomingMessage } from "node:http";
import type { Writable } from "node:stream";

export type BodyLimits = {
  readonly each: number;
  readonly all: number;
  /** In each span of time at least so much must come, or the end. */
  readonly windowMs: number;
  readonly windowBytes: number;
};

/** 400 bytes a second: the worst line on which a picture still gets through. `all` is well under web's connections. */
export const BODY_LIMITS: BodyLimits = { each: 48, all: 192, windowMs: 20_000, windowBytes: 8_000 };

export type Refusal = "too many of yours" | "too many";

export class Bodies {
  readonly #limits: BodyLimits;
  readonly #byAddress = new Map<string, number>();
  #all = 0;

  constructor(limits: BodyLimits) {
    this.#limits = limits;
  }

  /** Counts this body until its request is over. A refusal counts nothing. */
  take(req: IncomingMessage, address: string): Refusal | null {
    const own = this.#byAddress.get(address) ?? 0;
    if (own >= this.#limits.each) return "too many of yours";
    if (this.#all >= this.#limits.all) return "too many";
    this.#count(address, 1);
    let counted = true;
    const over = () => {
      if (counted) this.#count(address, -1);
      counted = false;
    };
    req.once("end", over);
    req.once("close", over);
    return null;
  }

  /** Calls `stalled`, once, when the body stands still although web would take more. */
  watch(req: IncomingMessage, web: Writable, stalled: () => void): void {
    const { windowMs, windowBytes } = this.#limits;
    let came = 0;
    req.on("data", (part: Buffer) => {
      came += part.length;
    });
    const look = () => {
      if (came < windowBytes && !web.writableNeedDrain) return stalled();
      came = 0;
      timer = setTimeout(look, windowMs).unref();
    };
    let timer = setTimeout(look, windowMs).unref();
    const over = () => clearTimeout(timer);
    req.once("end", over);
    req.once("close", over);
  }

  #count(address: string, change: number): void {
    this.#all += change;
    const own = (this.#byAddress.get(address) ?? 0) + change;
    if (own === 0) this.#byAddress.delete(address);
    else this.#byAddress.set(address, own);
  }
}
