import { eq } from "drizzle-orm";
import { people } from "#db/schema.ts";
import type { Ctx } from "../context.ts";
import { authorize } from "../permissions.ts";
import { missing } from "../problem.ts";
import type { PersonInput } from "./input.ts";

/** How somebody whose record is read is called today. Throws Problem "missing". */
export async function getPersonName({ db, actor }: Ctx, { personId }: PersonInput): Promise<string> {
  authorize(actor, "audit.read");
  const [person] = await db.select({ name: people.name }).from(people).where(eq(people.id, personId));
  if (!person) throw missing("person");
  return person.name;
}
