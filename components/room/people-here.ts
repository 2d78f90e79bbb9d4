/** Who is in a story's room now, out of what each screen tells of itself. */
import type { Awareness } from "y-protocols/awareness";

export type PersonHere = {
  personId: string;
  name: string;
  colour: string;
  initials: string;
  /** Where they write: "body" or a field's name; null: they only look. */
  place: string | null;
  /** The screen on which they moved last. */
  client: number;
};

type Told = { user?: Partial<PersonHere>; place?: unknown } | null;

/** Everybody once, however many windows they have; whoever looks stands last. */
export function peopleHere(awareness: Awareness, own: string): PersonHere[] {
  const found = new Map<string, PersonHere>();
  for (const [client, told] of awareness.getStates() as Map<number, Told>) {
    const { personId, name, colour, initials } = told?.user ?? {};
    if (!personId || !name) continue;
    const place = typeof told?.place === "string" ? told.place : null;
    const before = found.get(personId);
    if (before && before.place !== null && place === null) continue;
    found.set(personId, { personId, name, colour: colour ?? "", initials: initials ?? "", place, client });
  }
  return [...found.values()].toSorted(
    (one, other) =>
      Number(one.personId === own) - Number(other.personId === own) || one.name.localeCompare(other.name),
  );
}
