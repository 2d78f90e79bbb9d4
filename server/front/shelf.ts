/** How much of one kind of page is kept, and which go when it is too much: the least recently read. */
import type { Page } from "./page.ts";

export type ShelfLimits = {
  memoryBytes: number;
  diskBytes: number;
  /** Pages that say 200. */
  pages: number;
};

/** Limits are met by going this far below them, so that not every page pays for the search. */
export const ROOM = 0.9;

export class Shelf {
  readonly #limits: ShelfLimits;
  memoryBytes = 0;
  diskBytes = 0;
  #pages = 0;

  constructor(limits: ShelfLimits) {
    this.#limits = limits;
  }

  put(page: Page): void {
    this.memoryBytes += page.weight;
    this.diskBytes += page.file?.bytes ?? 0;
    if (page.status === 200) this.#pages++;
  }

  take(page: Page): void {
    this.memoryBytes -= page.weight;
    this.diskBytes -= page.file?.bytes ?? 0;
    if (page.status === 200) this.#pages--;
  }

  isFull(): boolean {
    const { diskBytes, memoryBytes, pages } = this.#limits;
    return this.diskBytes > diskBytes || this.memoryBytes > memoryBytes || this.#pages > pages;
  }

  /** `pages` are this shelf's, least recently read first. A page that is also on disk only leaves memory. */
  makeRoom(pages: readonly Page[], remove: (page: Page) => void): void {
    const { memoryBytes, diskBytes, pages: most } = this.#limits;
    const removed = new Set<Page>();
    const removeWhile = (isOver: (room: number) => boolean, which: (page: Page) => boolean) => {
      if (!isOver(1)) return;
      for (const page of pages) {
        if (!isOver(ROOM)) return;
        if (removed.has(page) || !which(page)) continue;
        removed.add(page);
        remove(page);
      }
    };
    removeWhile(
      (room) => this.#pages > most * room,
      ({ status }) => status === 200,
    );
    removeWhile(
      (room) => this.diskBytes > diskBytes * room,
      ({ file }) => file !== null,
    );
    if (this.memoryBytes <= memoryBytes) return;
    for (const page of pages) {
      if (this.memoryBytes <= memoryBytes * ROOM) return;
      if (removed.has(page) || page.weight === 0) continue;
      if (page.file) {
        this.memoryBytes -= page.weight;
        page.weight = 0;
        page.variants = {};
      } else remove(page);
    }
  }
}
