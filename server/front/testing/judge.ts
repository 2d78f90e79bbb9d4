/**
 * Judges what readers saw. Every page carries `¶story:version` for each story on it. What counts
 * is what had already happened when a request was sent: a version that some reader had been given
 * at this address, and a version that the newsroom had been told is gone.
 */
export type Asked = {
  readonly path: string;
  readonly floors: ReadonlyMap<number, number>;
  readonly gone: ReadonlyMap<number, number>;
};

export class Judge {
  readonly #newest = new Map<string, Map<number, number>>();
  readonly #gone = new Map<number, number>();
  /** Answers that readers got; and how many of them went back, or named what was taken back. */
  looks = 0;
  oldAfterNew = 0;
  goneSeen = 0;
  /** The first few of each, for whoever has to find out why. */
  readonly findings: string[] = [];

  /** Call when a request is sent. */
  ask(path: string): Asked {
    return { path, floors: new Map(this.#newest.get(path)), gone: new Map(this.#gone) };
  }

  /** Call with what came back. */
  told({ path, floors, gone }: Asked, text: string): void {
    this.looks++;
    let [isOld, isGone] = [false, false];
    const newest = this.#newest.get(path) ?? new Map<number, number>();
    this.#newest.set(path, newest);
    for (const [, story, version] of text.matchAll(/¶(\d+):(\d+)/g)) {
      const [number, seen] = [Number(story), Number(version)];
      if (seen < (floors.get(number) ?? 0)) {
        isOld = true;
        this.#find(`${path}: story ${number} at version ${seen} after ${floors.get(number)} had been seen`);
      }
      if (seen <= (gone.get(number) ?? 0)) {
        isGone = true;
        this.#find(`${path}: story ${number} at version ${seen}, which was taken back before`);
      }
      newest.set(number, Math.max(newest.get(number) ?? 0, seen));
    }
    if (isOld) this.oldAfterNew++;
    if (isGone) this.goneSeen++;
  }

  /** The newsroom was told that no reader gets this version, or one before it, any more. */
  takenBack(story: number, version: number): void {
    this.#gone.set(story, Math.max(this.#gone.get(story) ?? 0, version));
  }

  #find(sentence: string): void {
    if (this.findings.length < 10) this.findings.push(sentence);
  }
}

/** The same sequence of numbers between 0 and 1 for the same seed, so that a storm can be had again. */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
