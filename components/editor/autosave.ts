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
export type Answer<V> = { ok: true; value: V } | { ok: false; problem: { kind: string; message: string } };

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

type Parts<D> = {
  start: { revisionId: string; savedAt: Date };
  read: () => D;
  send: (baseRevisionId: string, draft: D) => Promise<Answer<SaveAnswer>>;
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

export type Autosave = ReturnType<typeof createAutosave>;

/** The saver of one open story. */
export function createAutosave<D>({ start, read, send, noAnswer, keepCopy, onChange }: Parts<D>) {
  let state: SaveState = { status: "saved", ...start, sentence: null, aside: null };
  let base = start.revisionId;
  let typed = 0;
  let stored = 0;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let underWay: Promise<boolean> | null = null;

  function become(change: Partial<SaveState>) {
    state = { ...state, ...change };
    onChange(state);
  }

  function wait(ms: number) {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), ms);
  }

  function accept(answer: SaveAnswer, upTo: number) {
    stored = upTo;
    failures = 0;
    const aside = answer.outcome === "aside" ? answer.head : null;
    if (!aside) base = answer.revisionId;
    const isAll = stored === typed;
    if (isAll) keepCopy(null, base);
    const { revisionId, savedAt } = answer;
    become({ status: isAll ? "saved" : "saving", revisionId, savedAt, sentence: null, aside });
  }

  function fail(sentence: string, isHopeless: boolean) {
    become({ status: "failed", sentence });
    const pause = RETRY_MS[Math.min(failures, RETRY_MS.length - 1)] ?? RETRY_MS[0];
    failures += 1;
    if (!isHopeless) wait(pause);
  }

  async function sendAll(): Promise<boolean> {
    while (stored < typed) {
      const upTo = typed;
      const draft = read();
      keepCopy(draft, base);
      become({ status: "saving" });
      const answer = await send(base, draft).then(
        (given) => given,
        () => null,
      );
      if (answer?.ok) {
        accept(answer.value, upTo);
      } else {
        fail(answer?.problem.message ?? noAnswer, answer !== null && HOPELESS.has(answer.problem.kind));
        return false;
      }
    }
    return true;
  }

  /** Saves what is on the screen now; true when the server has all of it. */
  function flush(): Promise<boolean> {
    clearTimeout(timer);
    underWay ??= sendAll().finally(() => {
      underWay = null;
    });
    return underWay;
  }

  return {
    state: () => state,
    flush,
    /** Something was typed or chosen. */
    touch() {
      typed += 1;
      if (!underWay) become({ status: "waiting" });
      wait(PAUSE_MS);
    },
    /** Keeps what isn't saved on this machine, at once: the page may be going away. */
    keep() {
      if (stored < typed) keepCopy(read(), base);
    },
    /** The screen now shows this revision as the server has it. */
    rebase(revisionId: string, savedAt: Date) {
      clearTimeout(timer);
      base = revisionId;
      stored = typed;
      failures = 0;
      keepCopy(null, base);
      become({ status: "saved", revisionId, savedAt, sentence: null, aside: null });
    },
    /** Puts what is on the screen over what the other saved; theirs stays in the history. */
    keepMine(): Promise<boolean> {
      if (state.aside) base = state.aside.revisionId;
      typed += 1;
      return flush();
    },
    stop() {
      clearTimeout(timer);
    },
  };
}
