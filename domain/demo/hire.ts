import type { Ctx, Person } from "../context.ts";
import { Problem } from "../problem.ts";
import { addPerson } from "../users/add-person.ts";
import { listPeople } from "../users/list-people.ts";
import { SEEDED_ROLES, type SeededRole } from "../vocabulary.ts";
import { DEMO_PEOPLE, type DemoPerson } from "./words.ts";

/** An account of the demo newsroom. "before": it was there, and keeps the password that it has. */
export type DemoAccount = { name: string; email: string; role: SeededRole; made: "now" | "before" };

export type DemoStaff = { persons: Record<SeededRole, Person>; accounts: DemoAccount[] };

/**
 * The demo's three people. Somebody who has one of their addresses already, in the same role,
 * takes the part. Throws Problem "conflict" when an address belongs to an account with other rights.
 */
export async function hireDemoPeople(ctx: Ctx, password: string): Promise<DemoStaff> {
  const known = await listPeople(ctx);
  const hired = new Map<SeededRole, Person>();
  const accounts: DemoAccount[] = [];
  for (const { name, email, role } of DEMO_PEOPLE) {
    const holder = known.find((person) => person.email.toLowerCase() === email);
    if (holder && (holder.role !== role || holder.suspendedAt !== null)) {
      throw new Problem("conflict", `${email} belongs to an account that isn't an active ${role}.`);
    }
    const { personId } = holder ?? (await addPerson(ctx, { name, email, role, password }));
    const account = { name: holder?.name ?? name, email, role };
    accounts.push({ ...account, made: holder ? "before" : "now" });
    hired.set(role, asPerson(personId, account));
  }
  return { persons: allOf(hired), accounts };
}

function asPerson(personId: string, { name, role }: Pick<DemoPerson, "role"> & { name: string }): Person {
  return { kind: "person", personId, name, grants: [{ deskId: null, permissions: SEEDED_ROLES[role] }] };
}

function allOf(hired: Map<SeededRole, Person>): Record<SeededRole, Person> {
  const admin = hired.get("admin");
  const editor = hired.get("editor");
  const reporter = hired.get("reporter");
  if (!admin || !editor || !reporter) throw new Error("the demo newsroom lacks one of its three people");
  return { admin, editor, reporter };
}
