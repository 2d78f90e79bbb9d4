import { inArray } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { redirects } from "#db/schema-circulation.ts";
import { actorId, type Ctx } from "../context.ts";

export type OldPath = { fromPath: string } & ({ storyId: string } | { toPath: string });

const AT_ONCE = 500;

/**
 * Writes down where addresses of an earlier site lead, within a transaction that has asked for the
 * right. Who had an address first keeps it; the answer names those that lead elsewhere already.
 */
export async function keepOldPaths(
  tx: Transaction,
  { actor, now }: Pick<Ctx, "actor" | "now">,
  wanted: readonly OldPath[],
): Promise<OldPath[]> {
  const first = new Map<string, OldPath>();
  for (const row of wanted) if (!first.has(row.fromPath)) first.set(row.fromPath, row);
  const rows = [...first.values()];
  const standing = new Map<string, { storyId: string | null; toPath: string | null }>();
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const part = rows.slice(at, at + AT_ONCE);
    await tx
      .insert(redirects)
      .values(
        part.map((row) => ({ ...row, source: "import" as const, createdAt: now, createdBy: actorId(actor) })),
      )
      .onConflictDoNothing();
    const paths = part.map(({ fromPath }) => fromPath);
    for (const row of await tx.select().from(redirects).where(inArray(redirects.fromPath, paths))) {
      standing.set(row.fromPath, row);
    }
  }
  return wanted.filter((row) => {
    const there = standing.get(row.fromPath);
    return "storyId" in row ? there?.storyId !== row.storyId : there?.toPath !== row.toPath;
  });
}
