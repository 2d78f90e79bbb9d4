import { and, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { stories } from "#db/schema.ts";
import { importItems } from "#db/schema-writing.ts";
import { openFamily } from "../stories/family.ts";
import type { Prepared } from "./prepare.ts";
import type { Run } from "./take-in.ts";

/**
 * The family of a story: that of its translations where the archive names them as one, else its
 * own. `isTaken`: the family has this language already, so this one stands alone.
 */
export async function familyFor(
  tx: Transaction,
  run: Run,
  { family, language }: Prepared,
): Promise<{ familyId: string; isTaken: boolean }> {
  if (family === null) return { familyId: await openFamily(tx), isTaken: false };
  const own = { source: run.source, origin: run.origin, kind: "family" as const, externalId: family };
  const [known] = await tx
    .select({ targetId: importItems.targetId })
    .from(importItems)
    .where(
      and(
        eq(importItems.source, own.source),
        eq(importItems.origin, own.origin),
        eq(importItems.kind, own.kind),
        eq(importItems.externalId, own.externalId),
      ),
    );
  if (!known?.targetId) {
    const familyId = await openFamily(tx);
    await tx
      .insert(importItems)
      .values({ ...own, importId: run.importId, outcome: "done", targetId: familyId });
    return { familyId, isTaken: false };
  }
  const [there] = await tx
    .select({ id: stories.id })
    .from(stories)
    .where(and(eq(stories.familyId, known.targetId), eq(stories.language, language)));
  return there
    ? { familyId: await openFamily(tx), isTaken: true }
    : { familyId: known.targetId, isTaken: false };
}
