/**
 * Saving while somebody types. States: saved → (a key) waiting → saving → saved, or failed → (a
 * growing pause, a key, the network's return) saving. What must hold: one save is under way at a
 * time and the newest text goes next; "saved" is said only of text whose answer has come; an
 * answer never covers keys that were pressed after its save began; nothing here stops the typing.
 *
 * `base` is the revision that this text grew from. When somebody else saved in between, the
 * server keeps this text as a revision of its own ("aside") and the base stays where it was,
 * until the writer decides: load theirs, or keep mine on top.
 */
export type Head = { revisionId: string; authorName: string; savedAt: Date };

export type SaveAnswer =
  | { outcome: "saved" | "unchanged"; revisionId: string; savedAt: Date }
  | { outcome: "aside"; revisionId: string; savedAt: Date; head: Head };

/** What a server action answers; a promise that breaks means that there was no answer at all. */
export type Answer<V> =
  | { ok: true; value: V; readersBehind?: true }
  | { ok: false; problem: { kind: string; message: string } };

export type SaveState = {
  status: "saved" | "waiting" | "saving" | "failed";
  /** The newest revision on the server that holds what was on this screen. */
  revisionId: string;
  savedAt: Date;
  /** Why it isn't saved, in a sentence. */
  sentence: string | null;
  /** The other text, while this one is kept beside it. */
  aside: Head | null;
};

/** What a save grew from, the name of its revision, and the names of those that were never answered. */
export type Sending = { baseRevisionId: string; revisionId: string; unanswered: string[] };

type Parts<D> = {
  start: { revisionId: string; savedAt: Date };
  read: () => D;
  send: (from: Sending, draft: D) => Promise<Answer<SaveAnswer>>;
  /** Said when the line is dead: there is no sentence from the server then. */
  noAnswer: string;
  /** Keeps text on this machine until the server has it; null: the server has everything. */
  keepCopy: (draft: D | null, baseRevisionId: string) => void;
  onChange: (state: SaveState) => void;
};

export const PAUSE_MS = 800;
export const RETRY_MS = [2_000, 5_000, 15_000, 30_000, 60_000] as const;
/** Trying again can't mend these: the text, or somebody's rights, must change first. */
const HOPELESS = new Set(["invalid", "forbidden", "missing"]);

const MOST_UNANSWERED = 50;

/** A version 7 UUID: the name of a revision before the server has it. Also on plain http, where browsers have no randomUUID. */
export function newRevisionId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const time = Date.now();
  for (let at = 0; at < 6; at += 1) bytes[at] = Math.floor(time / 2 ** (8 * (5 - at))) % 256;
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** The saver of one open story. Its methods are bound: hand them on as they are. */
export class Autosave<D> {
  readonly #parts: Parts<D>;
  #state: SaveState;
  #base: string;
  /** Counts what was typed; `#stored` is the count that the server has. */
  #typed = 0;
  #stored = 0;
  #failures = 0;
  /** Saves that may have arrived though their answer didn't: their text is this screen's own. */
  #unanswered: string[] = [];
  /** Counts how often the screen began afresh: what was under way before says nothing about it. */
  #screen = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #underWay: Promise<boolean> | null = null;

  constructor(parts: Parts<D>) {
    this.#parts = parts;
    this.#base = parts.start.revisionId;
    const { revisionId, savedAt } = parts.start;
    this.#state = { status: "saved", revisionId, savedAt, sentence: null, aside: null };
  }

  readonly state = (): SaveState => this.#state;

  /** Something was typed or chosen. */
  readonly touch = (): void => {
    this.#typed += 1;
    if (!this.#underWay) this.#become({ status: "waiting" });
    this.#wait(PAUSE_MS);
  };

  /** Saves what is on the screen now; true when the server has all of it. */
  readonly flush = (): Promise<boolean> => {
    clearTimeout(this.#timer);
    this.#underWay ??= this.#sendAll().finally(() => {
      this.#underWay = null;
    });
    return this.#underWay;
  };

  /** Keeps what isn't saved on this machine, at once: the page may be going away. */
  readonly keep = (): void => {
    if (this.#stored < this.#typed) this.#parts.keepCopy(this.#parts.read(), this.#base);
  };

  /** The screen now shows this revision as the server has it. */
  readonly rebase = (revisionId: string, savedAt: Date): void => {
    clearTimeout(this.#timer);
    this.#screen += 1;
    this.#base = revisionId;
    this.#stored = this.#typed;
    this.#failures = 0;
    this.#parts.keepCopy(null, this.#base);
    this.#become({ status: "saved", revisionId, savedAt, sentence: null, aside: null });
  };

  /** Puts what is on the screen over what the other saved; theirs stays in the history. */
  readonly keepMine = (): Promise<boolean> => {
    if (this.#state.aside) this.#base = this.#state.aside.revisionId;
    this.#typed += 1;
    return this.flush();
  };

  #become(change: Partial<SaveState>): void {
    this.#state = { ...this.#state, ...change };
    this.#parts.onChange(this.#state);
  }

  #wait(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), ms);
  }

  async #sendAll(): Promise<boolean> {
    while (this.#stored < this.#typed) {
      const upTo = this.#typed;
      const screen = this.#screen;
      const draft = this.#parts.read();
      this.#parts.keepCopy(draft, this.#base);
      this.#become({ status: "saving" });
      const sending = {
        baseRevisionId: this.#base,
        revisionId: newRevisionId(),
        unanswered: this.#unanswered,
      };
      const answer = await this.#parts.send(sending, draft).then(
        (given) => given,
        () => null,
      );
      if (screen !== this.#screen) continue;
      this.#unanswered = answer?.ok ? [] : [...this.#unanswered, sending.revisionId].slice(-MOST_UNANSWERED);
      if (!answer?.ok) return this.#fail(answer?.problem ?? null);
      this.#accept(answer.value, upTo);
    }
    return true;
  }

  #accept(answer: SaveAnswer, upTo: number): void {
    this.#stored = upTo;
    this.#failures = 0;
    const aside = answer.outcome === "aside" ? answer.head : null;
    if (!aside) this.#base = answer.revisionId;
    const isAll = this.#stored === this.#typed;
    if (isAll) this.#parts.keepCopy(null, this.#base);
    const { revisionId, savedAt } = answer;
    this.#become({ status: isAll ? "saved" : "saving", revisionId, savedAt, sentence: null, aside });
  }

  #fail(problem: { kind: string; message: string } | null): false {
    this.#become({ status: "failed", sentence: problem?.message ?? this.#parts.noAnswer });
    const pause = RETRY_MS[Math.min(this.#failures, RETRY_MS.length - 1)] ?? RETRY_MS[0];
    this.#failures += 1;
    if (problem === null || !HOPELESS.has(problem.kind)) this.#wait(pause);
    return false;
  }
}
