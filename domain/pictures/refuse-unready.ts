import { eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { pictures } from "#db/schema-pictures.ts";
import { Problem } from "../problem.ts";

/**
 * For pictures that go before readers as soon as they are chosen: a logo, a portrait. Throws Problem
 * "invalid" for one that readers may not have, or not yet.
 */
export async function refuseUnready(tx: Transaction, pictureId: string, field: string): Promise<void> {
  const [picture] = await tx
    .select({ printable: pictures.printable, pulledAt: pictures.pulledAt })
    .from(pictures)
    .where(eq(pictures.id, pictureId));
  if (picture?.printable && picture.pulledAt === null) return;
  const sentence = picture
    ? "This picture isn't ready for readers, or it was pulled. Choose another."
    : "There is no such picture.";
  throw new Problem("invalid", sentence, { field });
}
