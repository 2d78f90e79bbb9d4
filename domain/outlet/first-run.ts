import { people } from "#db/schema.ts";
import type { Ctx } from "../context.ts";
import { Problem } from "../problem.ts";
import { recordChange } from "../publications/changes.ts";
import { keys } from "../publications/keys.ts";
import { joinNewsroom } from "../users/add-person.ts";
import { useLink } from "../users/one-time-token.ts";
import { hashPassword } from "../users/password.ts";
import type { FirstRunInput } from "./input.ts";
import { layOut } from "./set-up.ts";

/**
 * The first run: the newsroom, its first admin and, when `demoPassword` is given, the demo
 * newsroom's people and stories; all or nothing. The welcome link is the permission, and it
 * works once. Throws Problem "conflict" when somebody has an account already.
 */
export async function runFirst(
  { db, now }: Pick<Ctx, "db" | "now">,
  { token, admin, settings, sections }: FirstRunInput,
  demoPassword?: string,
): Promise<{ personId: string; changeSeq: number }> {
  return db.transaction(async (tx) => {
    await useLink(tx, token, "welcome", now);
    const passwordHash = await hashPassword(admin.password); // costly: only for a link that is real
    const [somebody] = await tx.select({ id: people.id }).from(people).limit(1);
    if (somebody) throw new Problem("conflict", "This newsroom has people already. Sign in instead.");
    const machine = { actor: { kind: "system", name: "First run" }, now } as const;
    await layOut(tx, machine, { settings, sections });
    const { name, email } = admin;
    const person = await joinNewsroom(tx, now, { name, email, role: "admin", passwordHash });
    if (demoPassword !== undefined) {
      const { loadDemo } = await import("../demo/load.ts"); // thirty stories that no other request needs
      await loadDemo({ db: tx, ...machine }, { password: demoPassword });
    }
    const changeSeq = await recordChange(tx, { keys: [keys.outlet()], hard: "soft" });
    return { personId: person.personId, changeSeq };
  });
}
