/**
 * Sections and site pages share one place in addresses, `/{lang}/{word}`, and a table's unique
 * key can't span two tables: whoever takes such a word asks here, under the lock of the outlet's row.
 */
import { and, eq, ne } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { outlet, sections, stories } from "#db/schema.ts";
import { Problem } from "../problem.ts";
import type { Language } from "../vocabulary.ts";

async function lockAddresses(tx: Transaction): Promise<void> {
  await tx.select({ id: outlet.id }).from(outlet).for("update");
}

/** Keeps a site page from standing where a section (retired ones too) or another page stands. */
export async function takePageAddress(
  tx: Transaction,
  { language, pageSlug, familyId }: { language: Language; pageSlug: string; familyId: string },
): Promise<void> {
  await lockAddresses(tx);
  const [section] = await tx.select({ id: sections.id }).from(sections).where(eq(sections.slug, pageSlug));
  if (section) {
    throw new Problem("conflict", `A section stands at “${pageSlug}”. Choose another address.`, {
      field: "pageSlug",
    });
  }
  const [page] = await tx
    .select({ headline: stories.headline })
    .from(stories)
    .where(
      and(eq(stories.pageSlug, pageSlug), eq(stories.language, language), ne(stories.familyId, familyId)),
    );
  if (page) {
    throw new Problem("conflict", `The page “${page.headline}” stands at “${pageSlug}” already.`, {
      field: "pageSlug",
    });
  }
}

/** Keeps a new section from standing where a site page stands in any language, live or not. */
export async function refusePageAddress(tx: Transaction, slug: string): Promise<void> {
  await lockAddresses(tx);
  const [page] = await tx.select({ id: stories.id }).from(stories).where(eq(stories.pageSlug, slug)).limit(1);
  if (page) {
    throw new Problem("conflict", `A page about the outlet stands at “${slug}”. Choose another address.`, {
      field: "slug",
    });
  }
}
