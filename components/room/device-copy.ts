/**
 * The copy of a story on this device: every change stands in it before it is on the line, so that a
 * killed browser or a tunnel loses nothing. It belongs to one session: at the door, where whoever has
 * none ends up, every copy goes (forgetCopies), and the next session throws away another's.
 */
import type { IndexeddbPersistence } from "y-indexeddb";
import type * as Y from "yjs";

const PREFIX = "dateline:room:";

export class DeviceCopy {
  readonly #session: string;
  readonly #name: string;
  #kept: IndexeddbPersistence | null = null;
  #isOpen = false;
  #isKept = false;

  constructor(deviceKey: string, storyId: string) {
    this.#session = `${PREFIX}${deviceKey}:`;
    this.#name = `${this.#session}${storyId}`;
  }

  /** Whether changes are kept here; a browser may refuse (a private window, a full disk). */
  get isKept(): boolean {
    return this.#isKept;
  }

  /** From now on every change of the document is kept, and what was kept before comes into it. */
  async open(doc: Y.Doc): Promise<void> {
    this.#isOpen = true;
    // Not needed before the caret: what is typed until then is in the document, which is kept whole first.
    const { IndexeddbPersistence: Keeper, storeState } = await import("y-indexeddb");
    if (!this.#isOpen || this.#kept) return;
    const kept = new Keeper(this.#name, doc);
    this.#kept = kept;
    void forget((name) => !name.startsWith(this.#session));
    kept.once("synced", () => {
      this.#isKept = true;
      void storeState(kept, true);
    });
  }

  /** Lets in what an earlier visit left here, if it did; makes no copy where there is none. */
  async openLeftOver(doc: Y.Doc): Promise<void> {
    const left = await indexedDB.databases?.().then(
      (found) => found.some(({ name }) => name === this.#name),
      () => false,
    );
    if (left) await this.open(doc);
  }

  close(): void {
    this.#isOpen = false;
    this.#isKept = false;
    void this.#kept?.destroy();
    this.#kept = null;
  }

  async remove(): Promise<void> {
    this.close();
    await removed(this.#name);
  }
}

/** Throws away every copy on this device: nobody is signed in here. */
export function forgetCopies(): Promise<void> {
  return forget(() => true);
}

async function forget(isGone: (name: string) => boolean): Promise<void> {
  if (typeof indexedDB === "undefined" || !indexedDB.databases) return;
  const names = (await indexedDB.databases()).map(({ name }) => name ?? "");
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && isGone(name)).map(removed));
}

function removed(name: string): Promise<void> {
  return new Promise((done) => {
    const asked = indexedDB.deleteDatabase(name);
    asked.onsuccess = () => done();
    asked.onerror = () => done();
    asked.onblocked = () => done();
  });
}
