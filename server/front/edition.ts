/**
 * The edition: every printed page that the front keeps, and the rules by which one goes.
 *
 * States of a page: *fresh* (may go out), *old* (a soft change or the clock has touched it: may
 * go out only while its new print is being made, or while web can't make one), *gone from here*
 * (a hard change: nobody sees it again). The body is in memory, on disk, or both.
 *
 * Order: changes are applied one by one, in the order of `seq`, which is the order of commits.
 * `applied` is the last one. A print is announced with `begin()` before web is asked, and every
 * change that is applied while it runs is noted on it. So when it ends, `finish()` knows whether
 * the print may have read the database before a change that it ought to show:
 *   hard change to one of its keys → thrown away, printed again;
 *   soft change → the same, but after a few tries it is kept as old, so that a front page that
 *   changes faster than it can be printed still moves forward.
 *
 * A page that a soft change has overtaken may name stories that the newsroom no longer counts
 * among those it names (its former neighbour, say), so the keys of a later hard change don't
 * reach it: every hard change drops every page that is old by a change.
 *
 * Invariants: (1) after a hard change is applied, no page with its keys goes out that was printed
 * before; (2) one print of an address at a time, each begun after the one before it ended, so
 * what readers see at an address never goes back; (3) nothing is kept before `applied` is known
 * to be a place in this database's changes.
 */
import { storyNumberIn } from "#domain/site.ts";
import type { Change, Gone } from "./changes.ts";
import type { Disk, Kept } from "./disk.ts";
import { bytesInMemory, isMedia, type Outdated, type Page } from "./page.ts";
import { Print } from "./print.ts";
import { ROOM, Shelf, type ShelfLimits } from "./shelf.ts";

export type Limits = ShelfLimits & {
  /** Pictures have a shelf of their own: however many are looked at, no page goes for them. */
  media: ShelfLimits;
  /** Everything that doesn't say 200 (404, 410, redirects), bounded apart so that guesses can't push out stories. */
  negatives: number;
};

const MB = 1024 * 1024;
export const LIMITS: Limits = {
  memoryBytes: 64 * MB,
  diskBytes: 256 * MB,
  pages: 20_000,
  media: { memoryBytes: 16 * MB, diskBytes: 256 * MB, pages: 5_000 },
  negatives: 1_000,
};

export class Edition {
  readonly #pages = new Map<string, Page>();
  readonly #byKey = new Map<string, Set<Page>>();
  /** Pages that are old by a change. */
  readonly #overtaken = new Set<Page>();
  readonly #prints = new Set<Print>();
  readonly #gone = new Map<number, Gone>();
  readonly #limits: Limits;
  readonly #disk: Disk | null;
  readonly #printed: Shelf;
  readonly #media: Shelf;
  #negatives = 0;
  /** The seq of the last change that this edition shows; null: not yet known in this database. */
  applied: number | null = null;
  #appliedAt = "";

  constructor(limits: Limits, disk: Disk | null) {
    this.#limits = limits;
    this.#printed = new Shelf(limits);
    this.#media = new Shelf(limits.media);
    this.#disk = disk;
  }

  /** Takes over what the disk had when the front started. */
  load({ pages, gone, stamp }: Kept): void {
    for (const page of pages) this.#add(page);
    for (const one of gone) this.#gone.set(one.storyNumber, one);
    if (stamp) [this.applied, this.#appliedAt] = [stamp.seq, stamp.at];
  }

  /** The change that this edition stands at, and when it was made: together they name a database. */
  stamp(): { seq: number; at: string } | null {
    return this.applied === null ? null : { seq: this.applied, at: this.#appliedAt };
  }

  get(path: string): Page | undefined {
    return this.#pages.get(path);
  }

  /** What a change said about the story at this address, should web be unable to. */
  goneAt(path: string): Gone | undefined {
    const number = storyNumberIn(path.split("/")[3] ?? "");
    return number === null ? undefined : this.#gone.get(number);
  }

  /** Announces a print before web is asked for it. Every print ends in `finish` or `abandon`. */
  begin(): Print {
    const print = new Print();
    this.#prints.add(print);
    return print;
  }

  abandon(print: Print): void {
    this.#prints.delete(print);
  }

  /** Keeps what was printed, or says that it has to be printed again. `tries` counts from 1. */
  finish(print: Print, page: Page, tries: number): "kept" | "passed on" | "again" {
    this.#prints.delete(print);
    const verdict = print.verdict(page.keys, tries);
    if (verdict === "again") return "again";
    if (this.applied === null || page.keys.length === 0) return "passed on";
    page.old = verdict === "old" ? "change" : null;
    const before = this.#pages.get(page.path);
    if (before) this.#remove(before);
    if (before) before.over = true;
    // The same words again: what was compressed in a quiet moment still stands.
    if (before?.best && before.etag === page.etag && before.variants.br) {
      page.variants = before.variants;
      page.best = true;
    }
    this.#add(page);
    this.#makeRoom();
    return "kept";
  }

  /** Applies one change. Returns the pages that were in memory, for printing again at once. */
  apply(change: Change): Page[] {
    if (this.applied !== null && change.seq <= this.applied) return [];
    for (const print of this.#prints) print.note(change);
    const touched = new Set<Page>();
    for (const key of change.keys) {
      for (const page of this.#byKey.get(key) ?? []) touched.add(page);
    }
    if (change.hard === "hard") for (const page of this.#overtaken) touched.add(page);
    const awake = [...touched].filter((page) => page.weight > 0);
    this.#rememberGone(change);
    // An outdated "not found" is of no use to anybody, so only real pages wait for their new print.
    const dropped = [...touched].filter((page) => change.hard === "hard" || page.status !== 200);
    for (const page of dropped) this.#drop(page);
    if (dropped.length > 0) this.#disk?.forget(dropped, change.hard);
    for (const page of touched) if (!page.over) this.#makeOld(page, "change");
    this.#stand(change.seq, change.at);
    return awake;
  }

  /** Another database, or changes that nobody can replay: nothing that was printed can be trusted. */
  startOver(applied: number, at: string): void {
    for (const print of this.#prints) print.noteEverything();
    const all = [...this.#pages.values()];
    for (const page of all) this.#drop(page);
    this.#disk?.forget(all, "hard");
    for (const number of this.#gone.keys()) this.#disk?.notGone(number);
    this.#gone.clear();
    this.#stand(applied, at);
  }

  /** The clock has passed a page's hour: from now on it is old. */
  endsItsHour(page: Page): void {
    if (this.#pages.get(page.path) === page && page.old === null) this.#makeOld(page, "clock");
  }

  /** Counts a page's bytes again: it has another encoding in memory, or its body came to disk. */
  weigh(page: Page, diskBytesMore = 0): void {
    if (this.#pages.get(page.path) !== page) return;
    const shelf = this.#shelfOf(page);
    shelf.memoryBytes += bytesInMemory(page) - page.weight;
    page.weight = bytesInMemory(page);
    shelf.diskBytes += diskBytesMore;
    this.#makeRoom();
  }

  /** A page's body can't be read from disk. */
  lose(page: Page): void {
    if (this.#pages.get(page.path) === page) this.#remove(page);
  }

  pages(): IterableIterator<Page> {
    return this.#pages.values();
  }

  /** The chores of a quiet second: a short journal. */
  tidy(): void {
    if (this.applied === null || this.#disk === null) return;
    this.#disk.shorten({
      pages: [...this.#pages.values()],
      gone: [...this.#gone.values()],
      stamp: this.stamp(),
    });
  }

  printing(): number {
    return this.#prints.size;
  }

  count(): { pages: number; memoryBytes: number; diskBytes: number; applied: number | null } {
    return {
      pages: this.#pages.size,
      memoryBytes: this.#printed.memoryBytes + this.#media.memoryBytes,
      diskBytes: this.#printed.diskBytes + this.#media.diskBytes,
      applied: this.applied,
    };
  }

  #stand(seq: number, at: string): void {
    [this.applied, this.#appliedAt] = [seq, at];
    this.#disk?.stamp(seq, at);
  }

  #rememberGone(change: Change): void {
    for (const key of change.keys) {
      const number = key.startsWith("story:") ? Number(key.slice(6)) : 0;
      if (this.#gone.delete(number)) this.#disk?.notGone(number);
    }
    if (!change.gone) return;
    this.#gone.set(change.gone.storyNumber, change.gone);
    this.#disk?.gone(change.gone);
  }

  #makeOld(page: Page, why: Outdated): void {
    if (page.old === why) return;
    page.old = why;
    if (why === "change") this.#overtaken.add(page);
    this.#disk?.old(page);
  }

  #add(page: Page): void {
    this.#pages.set(page.path, page);
    if (page.old === "change") this.#overtaken.add(page);
    for (const key of page.keys) {
      const pages = this.#byKey.get(key);
      if (pages) pages.add(page);
      else this.#byKey.set(key, new Set([page]));
    }
    page.weight = bytesInMemory(page);
    this.#shelfOf(page).put(page);
    if (page.status !== 200) this.#negatives++;
  }

  /** Takes a page off, also from the disk. */
  #remove(page: Page): void {
    this.#takeOff(page);
    if (page.file) this.#disk?.forget([page], "soft");
  }

  /** Takes a page off for what it says; the caller tells the disk, once for all of them. */
  #drop(page: Page): void {
    this.#takeOff(page);
    page.over = true;
  }

  #takeOff(page: Page): void {
    if (!this.#pages.delete(page.path)) return;
    this.#overtaken.delete(page);
    for (const key of page.keys) {
      const pages = this.#byKey.get(key);
      pages?.delete(page);
      if (pages?.size === 0) this.#byKey.delete(key);
    }
    this.#shelfOf(page).take(page);
    if (page.status !== 200) this.#negatives--;
  }

  #makeRoom(): void {
    const { negatives } = this.#limits;
    if (this.#negatives > negatives) {
      const byUse = this.#byUse((page) => page.status !== 200);
      for (const page of byUse.slice(0, byUse.length - Math.floor(negatives * ROOM))) this.#remove(page);
    }
    for (const shelf of [this.#printed, this.#media]) {
      if (!shelf.isFull()) continue;
      const byUse = this.#byUse((page) => this.#shelfOf(page) === shelf);
      shelf.makeRoom(byUse, (page) => this.#remove(page));
    }
  }

  #shelfOf(page: Page): Shelf {
    return isMedia(page) ? this.#media : this.#printed;
  }

  /** Least recently used first. */
  #byUse(which: (page: Page) => boolean): Page[] {
    return [...this.#pages.values()].filter(which).sort((a, b) => a.usedAt - b.usedAt);
  }
}
