/**
 * A line that misses is measured again, at most three times in all: the machine may have been busy.
 * What was met at once stays as it was measured; of a missed figure the best is kept, and the table
 * and the JSON say how often it was tried and what the other tries came to.
 */
import type { Figure } from "./figure.ts";

const MOST_TRIES = 3;

/** `measure` gives the same figures in the same order each time. */
export async function measured(measure: () => Promise<Figure[]>): Promise<Figure[]> {
  const tries = [await measure()];
  const isMet = (at: number) => tries.some((figures) => figures[at]?.met);
  const all = tries[0]?.map((_, at) => at) ?? [];
  while (tries.length < MOST_TRIES && !all.every(isMet)) tries.push(await measure());
  return all.flatMap((at) => bestOf(tries.flatMap((figures) => figures[at] ?? [])));
}

/** Of the tries up to the first that met its limit: later ones were made for another figure's sake. */
function bestOf(tries: readonly Figure[]): Figure[] {
  const until = tries.findIndex(({ met }) => met);
  const made = until < 0 ? tries : tries.slice(0, until + 1);
  const [best] = made.toSorted((one, other) => one.ofLimit - other.ofLimit);
  if (!best) return [];
  if (made.length === 1) return [best];
  const others = made.filter((each) => each !== best).map(({ reached }) => reached);
  const said = `best of ${made.length} tries; the others: ${others.join("; ")}`;
  return [{ ...best, what: `${best.what} (${said})`, tries: made.map(({ reached }) => reached) }];
}
