/** Which items of two lists belong together, and which of those kept their order. */

export type Pairs = {
  /** For each place of the second list the place of its partner in the first, or null. */
  partnerOf: (number | null)[];
  /** Places of the second list whose partners stand in the same order: the longest such run. */
  inOrder: ReadonlySet<number>;
};

/**
 * `namesOf` says by what an item may be recognised, the surest first. A partner is taken once; of
 * several with one name the first that is free.
 */
export function pairUp<T>(old: readonly T[], now: readonly T[], namesOf: (item: T) => string[]): Pairs {
  const partnerOf: (number | null)[] = now.map(() => null);
  const taken = new Set<number>();
  const ways = Math.max(0, ...now.map((item) => namesOf(item).length));
  for (let way = 0; way < ways; way += 1) {
    const free = new Map<string, number[]>();
    for (const [place, item] of old.entries()) {
      const name = namesOf(item)[way];
      if (taken.has(place) || !name) continue;
      free.set(name, [...(free.get(name) ?? []), place]);
    }
    for (const [place, item] of now.entries()) {
      if (partnerOf[place] !== null) continue;
      const partner = free.get(namesOf(item)[way] ?? "")?.shift();
      if (partner === undefined) continue;
      partnerOf[place] = partner;
      taken.add(partner);
    }
  }
  return { partnerOf, inOrder: longestRising(partnerOf) };
}

/** Places of the longest rising run of values (patience sorting, n log n); nulls are in none. */
function longestRising(values: readonly (number | null)[]): Set<number> {
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  const valueAt = (place: number | undefined) =>
    place === undefined ? Number.POSITIVE_INFINITY : (values[place] ?? Number.POSITIVE_INFINITY);
  for (const [place, value] of values.entries()) {
    if (value === null) continue;
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (valueAt(ends[middle]) < value) low = middle + 1;
      else high = middle;
    }
    before[place] = low === 0 ? undefined : ends[low - 1];
    ends[low] = place;
  }
  const run = new Set<number>();
  for (let place = ends.at(-1); place !== undefined; place = before[place]) run.add(place);
  return run;
}
