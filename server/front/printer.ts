/**
 * Makes new prints: one per address however many wait for it, judged by the edition when it ends.
 * `again()` is the queue of pages that a change has made old or dropped while they were in
 * memory: they are printed at once, most recently read first, before anybody asks.
 */
import { compressFirst } from "./compress.ts";
import type { Edition } from "./edition.ts";
import { type Page, pageOf } from "./page.ts";
import { type HeadersFor, keysIn, staleAtIn } from "./print-headers.ts";
import { type Answer, PrintFailed, type WebClient } from "./web-client.ts";

export type Outcome = { kind: "page"; page: Page } | { kind: "failed"; why: PrintFailed["why"] };
export type Keep = (page: Page) => void;
export type PrinterParts = {
  edition: Edition;
  web: WebClient;
  headersFor: HeadersFor;
  /** Told of each page that the edition has taken. */
  keep: Keep;
  /** While the pages themselves are being written, every request is a new print. */
  development: boolean;
};

/** What the press may answer for a reader page and see kept. */
const KEPT_STATUSES = new Set([200, 301, 302, 307, 308, 404, 410]);
/** A page that changes faster than this many prints is given up until somebody asks again. */
const MOST_TRIES = 40;
/** Distinct addresses that may wait for a print at once; beyond it readers are asked to come back. */
const MOST_WAITING = 256;
const AGAIN_AT_ONCE = 3;
const FAILED_PAUSE_MS = 1_000;
/** Read within this time: worth printing again before anybody asks. */
const RECENT_MS = 10 * 60_000;
/** A page of this size (a sitemap) would hold up the front page: it is printed when it is asked for. */
const LARGE_BYTES = 512 * 1024;

export class Printer {
  readonly #edition: Edition;
  readonly #web: WebClient;
  readonly #headersFor: HeadersFor;
  readonly #keep: Keep;
  readonly #keepsNothing: boolean;
  readonly #underWay = new Map<string, Promise<Outcome>>();
  readonly #failedAt = new Map<string, number>();
  readonly #queue = new Map<string, number>();
  #atOnce = 0;

  constructor({ edition, web, headersFor, keep, development }: PrinterParts) {
    this.#edition = edition;
    this.#web = web;
    this.#headersFor = headersFor;
    this.#keep = keep;
    this.#keepsNothing = development;
  }

  isPrinting(path: string): boolean {
    return this.#underWay.has(path);
  }

  /** Web couldn't print this a moment ago: asking once more would only add to its load. */
  hasJustFailed(path: string): boolean {
    return performance.now() - (this.#failedAt.get(path) ?? Number.NEGATIVE_INFINITY) < FAILED_PAUSE_MS;
  }

  /** Joins the print of this address that is under way, or begins one. Never rejects. */
  print(path: string): Promise<Outcome> {
    const underWay = this.#underWay.get(path);
    if (underWay) return underWay;
    if (this.#underWay.size >= MOST_WAITING) return Promise.resolve({ kind: "failed", why: "slow" });
    this.#queue.delete(path);
    const print = this.#print(path).then((outcome) => {
      this.#underWay.delete(path);
      this.#remember(path, outcome);
      return outcome;
    });
    this.#underWay.set(path, print);
    return print;
  }

  /** Prints these again at once, where somebody is likely to ask for them. */
  again(pages: readonly Page[], now: number): void {
    for (const page of pages) {
      const wanted = now - page.usedAt < RECENT_MS && page.size < LARGE_BYTES && page.status === 200;
      if (wanted) this.#queue.set(page.path, page.usedAt);
    }
    this.#pump();
  }

  #pump(): void {
    if (this.#queue.size === 0 || this.#atOnce >= AGAIN_AT_ONCE) return;
    const newestFirst = [...this.#queue].sort((a, b) => b[1] - a[1]);
    for (const [path] of newestFirst) {
      if (this.#atOnce >= AGAIN_AT_ONCE) return;
      this.#queue.delete(path);
      this.#atOnce++;
      void this.print(path).then(() => {
        this.#atOnce--;
        this.#pump();
      });
    }
  }

  async #print(path: string): Promise<Outcome> {
    try {
      for (let tries = 1; tries <= MOST_TRIES; tries++) {
        const page = await this.#once(path, tries);
        if (page !== null) return { kind: "page", page };
      }
      return { kind: "failed", why: "slow" };
    } catch (error) {
      return { kind: "failed", why: error instanceof PrintFailed ? error.why : "broken" };
    }
  }

  /** One try. Null: a change overtook it. */
  async #once(path: string, tries: number): Promise<Page | null> {
    const print = this.#edition.begin();
    try {
      const answer = await this.#web.print(path);
      const page = await this.#pageFrom(path, answer);
      const verdict = this.#edition.finish(print, page, tries);
      if (verdict === "again") return null;
      if (verdict === "kept") this.#keep(page);
      return page;
    } finally {
      this.#edition.abandon(print);
    }
  }

  async #pageFrom(path: string, answer: Answer): Promise<Page> {
    const { status, headers, body } = answer;
    const keys = keysIn(headers);
    if (status >= 500 || status === 403) throw new PrintFailed("broken", `web answered ${status}`);
    // Not from the press. Where there is a page to show, this is no reason to take it away.
    const kept = keys.length > 0 && KEPT_STATUSES.has(status) && !this.#keepsNothing;
    if (!kept && this.#edition.get(path))
      throw new PrintFailed("broken", `web answered ${status} without keys`);
    const page = pageOf({
      path,
      status,
      keys: kept ? keys : [],
      headers: this.#headersFor(headers, kept ? keys : []),
      staleAt: staleAtIn(headers),
      body,
    });
    page.usedAt = this.#edition.get(path)?.usedAt ?? performance.now();
    await compressFirst(page, body);
    return page;
  }

  #remember(path: string, outcome: Outcome): void {
    this.#failedAt.delete(path);
    if (outcome.kind === "page") return;
    if (this.#failedAt.size > 1_000) this.#failedAt.clear();
    this.#failedAt.set(path, performance.now());
  }
}
