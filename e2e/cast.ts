/** The people whom the permission table names, hired for real: rows, grants, a session each. */
import { eq } from "drizzle-orm";
import { desks, grants, people } from "#db/schema.ts";
import type { Person } from "#domain/context.ts";
import { hire } from "#domain/testing/people.ts";
import type { Role } from "#domain/testing/permission-rows.ts";
import type { SeededRole } from "#domain/vocabulary.ts";
import { signInAs } from "../scripts/trial/staff.ts";
import { requireSetting, type Scene } from "./fixtures.ts";

export type Cast = Readonly<Record<Role, { person: Person | null; cookie: string | undefined }>>;

/** Rawa's own desk and another one; `tag` keeps the addresses of two tests apart. */
export async function assemble(scene: Scene, tag: string): Promise<Cast> {
  const { rawa, dilan, hana } = scene.newsroom;
  const [sport] = await scene.db
    .insert(desks)
    .values({ name: `Sport ${tag}` })
    .returning({ id: desks.id });
  const elsewhere = async (name: string, role: SeededRole) => {
    const person = await hire(scene.db, `${name} ${tag}`, role);
    await scene.db.update(grants).set({ deskId: sport?.id }).where(eq(grants.personId, person.personId));
    return person;
  };
  const suspended = await hire(scene.db, `Suspended ${tag}`, "admin");
  const cast = {
    rep_own: await enter(scene, rawa),
    rep_desk: await enter(scene, scene.newsroom.shilan),
    rep_other: await enter(scene, await elsewhere("Reporter elsewhere", "reporter")),
    ed_desk: await enter(scene, dilan),
    ed_other: await enter(scene, await elsewhere("Editor elsewhere", "editor")),
    admin: await enter(scene, hana),
    suspended: await enter(scene, suspended),
    anon: { person: null, cookie: undefined },
  };
  await scene.db.update(people).set({ suspendedAt: new Date() }).where(eq(people.id, suspended.personId));
  return cast;
}

async function enter(scene: Scene, person: Person) {
  return { person, cookie: await signInAs(scene.db, person.personId, requireSetting("TRIAL_DATA_DIR")) };
}
