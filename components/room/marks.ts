/**
 * What of this screen the room has for certain. Each change is counted; now and then a mark with the
 * count goes up the line, behind everything that was sent before it, and comes back once all of that
 * is committed. So "everything is there" is said only of what really is.
 */
export class Marks {
  #made = 0;
  #told = 0;
  #kept = 0;
  /** When the first change was made that isn't kept yet. */
  #since: Date | null = null;

  get isAllKept(): boolean {
    return this.#kept >= this.#made;
  }

  get since(): Date | null {
    return this.#since;
  }

  changed(at: Date): void {
    this.#made += 1;
    this.#since ??= at;
  }

  /** The mark to send; null when the one under way covers everything. */
  next(): number | null {
    if (this.#told >= this.#made) return null;
    this.#told = this.#made;
    return this.#told;
  }

  /** The line was down: what was under way may never have arrived. */
  again(): void {
    this.#told = this.#kept;
  }

  /** True when this mark brought news. */
  kept(mark: number, at: Date): boolean {
    if (mark <= this.#kept || mark > this.#made) return false;
    this.#kept = mark;
    // What was made since the mark is younger than that; its very moment isn't worth keeping.
    this.#since = this.isAllKept ? null : at;
    return true;
  }
}
