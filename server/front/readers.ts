/**
 * Answers readers. The quick way out is a page in memory in the right encoding: one look-up, no
 * promise, no headers object. Everything else goes the long way, and looks the page up again after
 * every wait: what stood before it may have been dropped meanwhile.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { encode, takeBody } from "./compress.ts";
import type { Disk } from "./disk.ts";
import type { Edition } from "./edition.ts";
import { languageOf, sayUnavailable, sayWithdrawn } from "./notices.ts";
import {
  bytesInMemory,
  type Encoding,
  encodingFor,
  isMedia,
  matchesTag,
  type Page,
  type Variant,
} from "./page.ts";
import type { Printer } from "./printer.ts";

/** How long a reader of an old page waits for the new one, where nobody has begun to print it. */
const OLD_PATIENCE_MS = 500;
/** While web starts or restarts, a reader with nothing to be shown waits this long. */
const STARTING_PATIENCE_MS = 3_000;
/** A web that has been away this long isn't restarting: readers are told at once. */
const LONG_AWAY_MS = 10_000;
const KNOCK_MS = 100;
const MOST_LOOKS = 5;

export type Wants = { encoding: Encoding; tag: string | undefined; body: boolean };

/** What a reader's program wants, straight from the raw list: building `req.headers` costs more than the answer. */
export function wantsOf(req: IncomingMessage): Wants {
  const raw = req.rawHeaders;
  let accepted: string | undefined;
  let tag: string | undefined;
  for (let i = 0; i + 1 < raw.length; i += 2) {
    const name = raw[i] ?? "";
    if (name.length !== 15 && name.length !== 13) continue;
    const lower = name.toLowerCase();
    if (lower === "accept-encoding") accepted = raw[i + 1];
    else if (lower === "if-none-match") tag = raw[i + 1];
  }
  return { encoding: encodingFor(accepted), tag, body: req.method !== "HEAD" };
}

/** Sends one variant of a page, or that the reader has it already. */
export function send(res: ServerResponse, page: Page, variant: Variant, { tag, body }: Wants): void {
  if (tag !== undefined && page.status === 200 && matchesTag(tag, page.etag)) {
    res.writeHead(304, unchangedHead(page));
    res.end();
    return;
  }
  // A CDN would keep an old copy for a day: what it isn't told to keep, it asks for again.
  res.writeHead(page.status, page.old === null ? variant.head : withoutCdn(variant.head));
  if (body) res.end(variant.body);
  else res.end();
}

function withoutCdn(head: readonly string[]): string[] {
  const at = head.indexOf("surrogate-control");
  return at === -1 ? [...head] : head.toSpliced(at, 2);
}

/** RFC 9110, 15.4.5: what a 304 repeats. */
function unchangedHead(page: Page): string[] {
  const head = ["etag", page.etag, "vary", "Accept-Encoding"];
  for (let i = 0; i + 1 < page.headers.length; i += 2) {
    const name = page.headers[i];
    if (name === "cache-control" || name === "surrogate-key") head.push(name, page.headers[i + 1] ?? "");
  }
  return head;
}

export class Readers {
  readonly #edition: Edition;
  readonly #printer: Printer;
  readonly #disk: Disk | null;
  readonly #missed: (req: IncomingMessage) => void;
  /** When web was first found away; null: it answered last time. */
  #awaySince: number | null = null;

  /** `missed` is told of each request for a picture that nobody may have. */
  constructor(
    edition: Edition,
    printer: Printer,
    disk: Disk | null,
    missed: (req: IncomingMessage) => void = () => {},
  ) {
    this.#missed = missed;
    this.#edition = edition;
    this.#printer = printer;
    this.#disk = disk;
  }

  /** The quick way out. False: take the long way. */
  answerAtOnce(path: string, req: IncomingMessage, res: ServerResponse): boolean {
    const page = this.#edition.get(path);
    if (page === undefined || page.old !== null || page.staleAt <= Date.now()) return false;
    const wants = wantsOf(req);
    const variant = page.variants[wants.encoding];
    if (variant === undefined) return false;
    page.usedAt = performance.now();
    if (page.status === 404 && isMedia(page)) this.#missed(req);
    send(res, page, variant, wants);
    return true;
  }

  async answer(path: string, req: IncomingMessage, res: ServerResponse): Promise<void> {
    const wants = wantsOf(req);
    const page = this.#edition.get(path);
    if (page && page.staleAt <= Date.now()) this.#edition.endsItsHour(page);
    if (page?.old) await this.#tryNewer(path);
    for (let look = 0; look < MOST_LOOKS; look++) {
      const found = this.#edition.get(path) ?? (await this.#printForWaiting(path));
      if (found === null) break;
      const variant = await this.#variant(found, wants.encoding);
      // A change may have come between the look and here: what it dropped may not go out.
      if (variant === null || found.over) continue;
      found.usedAt = performance.now();
      if (found.status === 404 && isMedia(found)) this.#missed(req);
      return send(res, found, variant, wants);
    }
    const gone = this.#edition.goneAt(path);
    if (gone) sayWithdrawn(res, gone.language, wants.body);
    else sayUnavailable(res, languageOf(path), wants.body);
  }

  /** An old page goes out at once when its print is under way or has just failed; else a short wait for the new one. */
  async #tryNewer(path: string): Promise<void> {
    if (this.#printer.isPrinting(path) || this.#printer.hasJustFailed(path)) return;
    const print = this.#printer.print(path);
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, OLD_PATIENCE_MS);
    });
    await Promise.race([print, patience]);
    clearTimeout(timer);
  }

  /** There is nothing to show: waits for a print, through a restart of web too. Null: web can't. */
  async #printForWaiting(path: string): Promise<Page | null> {
    const until = performance.now() + STARTING_PATIENCE_MS;
    for (;;) {
      const outcome = await this.#printer.print(path);
      const now = performance.now();
      if (outcome.kind === "page" || outcome.why !== "refused") this.#awaySince = null;
      if (outcome.kind === "page") return outcome.page;
      if (outcome.why !== "refused") return null;
      this.#awaySince ??= now;
      const hopeless = now - this.#awaySince > LONG_AWAY_MS || this.#edition.goneAt(path) !== undefined;
      if (hopeless || now + KNOCK_MS > until) return null;
      await new Promise((resolve) => setTimeout(resolve, KNOCK_MS));
    }
  }

  /** Null: its body couldn't be had, and the page is off the edition. */
  async #variant(page: Page, encoding: Encoding): Promise<Variant | null> {
    const there = page.variants[encoding];
    if (there) return there;
    try {
      const { file } = page;
      if (file && bytesInMemory(page) === 0) {
        const body = await this.#disk?.read(file.name);
        if (body && bytesInMemory(page) === 0) takeBody(page, file.encoding, body);
      }
      const variant = await encode(page, encoding);
      page.variants[encoding] = variant;
      this.#edition.weigh(page);
      return variant;
    } catch {
      this.#edition.lose(page);
      return null;
    }
  }
}
