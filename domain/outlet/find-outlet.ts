import { outlet } from "#db/schema.ts";
import type { OutletSettings } from "#db/shapes.ts";
import type { Ctx } from "../context.ts";
import { Problem } from "../problem.ts";

export type Outlet = { version: number; settings: OutletSettings };

/** What the outlet is called, its languages and its clock; null before the first run. Open to all staff. */
export async function findOutlet({ db }: Pick<Ctx, "db">): Promise<Outlet | null> {
  const [row] = await db.select({ version: outlet.version, settings: outlet.settings }).from(outlet);
  return row ?? null;
}

/** The same where there must be one. Throws Problem "missing". */
export async function getOutlet(ctx: Pick<Ctx, "db">): Promise<Outlet> {
  const found = await findOutlet(ctx);
  if (!found) throw new Problem("missing", "This newsroom has not been set up yet.");
  return found;
}
