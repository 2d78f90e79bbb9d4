/** The rows of the permission table that have a door here: who may open a story's room, and who may write in it. */
import { eq, sql } from "drizzle-orm";
import { afterEach, expect } from "vitest";
import { desks, grants, people } from "#db/schema.ts";
import type { Person } from "#domain/context.ts";
import { hire } from "#domain/testing/people.ts";
import { type Role, readCells, STATES, storyIn } from "#domain/testing/permission-rows.ts";
import type { Scene } from "#domain/testing/test.ts";
import type { SeededRole } from "#domain/vocabulary.ts";
import type { CollabAlone } from "../../scripts/trial/collab.ts";
import type { RoomClient } from "../../scripts/trial/room-client.ts";
import { enter, everybodyLeaves, stored, test } from "../../scripts/trial/rooms.ts";

afterEach(everybodyLeaves);

const ROLES: readonly Role[] = [
  ...(["rep_own", "rep_desk", "rep_other", "ed_desk", "ed_other", "admin", "suspended"] as const),
];

/** Whoever may read a story's revisions may look on. */
const opens = allowed("read revisions");
/** The same right as saving by an action: one text, one right, whichever door. */
const writes = allowed("autosave");

function allowed(named: string): ReadonlySet<string> {
  const cells = readCells().filter(({ action, expected }) => action === named && expected === "allow");
  return new Set(cells.map(({ role, state }) => `${role} ${state}`));
}

let staff: Promise<Record<string, Person>> | null = null;

async function hireEverybody(scene: Scene): Promise<Record<string, Person>> {
  const { rawa, shilan, dilan, hana } = scene.newsroom;
  const [sport] = await scene.db.insert(desks).values({ name: "Sport" }).returning();
  const elsewhere = async (name: string, role: SeededRole) => {
    const person = await hire(scene.db, name, role);
    await scene.db
      .update(grants)
      .set({ deskId: sport?.id ?? "" })
      .where(eq(grants.personId, person.personId));
    return person;
  };
  const suspended = await hire(scene.db, "Aram Suspended", "editor");
  await scene.db.update(people).set({ suspendedAt: sql`now()` }).where(eq(people.id, suspended.personId));
  return {
    ...{ rep_own: rawa, rep_desk: shilan, ed_desk: dilan, admin: hana, suspended },
    rep_other: await elsewhere("Soran Elsewhere", "reporter"),
    ed_other: await elsewhere("Nma Elsewhere", "editor"),
  };
}

async function knock(scene: Scene, collab: CollabAlone, role: Role, storyId: string): Promise<RoomClient> {
  staff ??= hireEverybody(scene);
  const person = (await staff)[role];
  if (!person) throw new Error(`nobody plays ${role}`);
  const client = await enter(collab, person, storyId);
  await client.until(() => client.isSynced || client.refusedBecause !== null || client.closedWith !== null);
  return client;
}

/** Types and says whether it was taken: marked, or answered with "you may not". */
async function isTaken(client: RoomClient, token: string): Promise<boolean> {
  client.type(token);
  const mark = client.mark();
  const refusals = () => client.heard.filter(({ mayWrite }) => mayWrite === false).length;
  const before = refusals();
  await client.until(() => client.marked >= mark || refusals() > before);
  return client.marked >= mark;
}

test.for(STATES)(
  "a room is open to whom the table says, for reading and for writing: %s",
  async (state, { scene, collab }) => {
    const { storyId } = await storyIn(scene, state, `canary-of-${state}`);
    const found: string[] = [];
    // Who may not write comes first: what others type would change the story's state.
    for (const role of ROLES.toSorted(
      (a, b) => Number(writes.has(`${a} ${state}`)) - Number(writes.has(`${b} ${state}`)),
    )) {
      const client = await knock(scene, collab, role, storyId);
      if (client.isSynced) {
        found.push(`${role} opens`);
        if (await isTaken(client, `typed-by-${role};`)) found.push(`${role} writes`);
      } else expect(client.room.store.clients.size, `${role} has seen the text`).toBe(0);
      client.leave();
    }
    const wanted = ROLES.flatMap((role) => [
      ...(opens.has(`${role} ${state}`) ? [`${role} opens`] : []),
      ...(writes.has(`${role} ${state}`) ? [`${role} writes`] : []),
    ]);
    expect(found.toSorted()).toEqual(wanted.toSorted());
    const text = await stored(scene, storyId);
    for (const role of ROLES) expect(text.includes(`typed-by-${role};`)).toBe(writes.has(`${role} ${state}`));
  },
);
