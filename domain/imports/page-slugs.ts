import type { Transaction } from "#db/client.ts";
import { slugFrom } from "../languages/slug.ts";
import { takePageAddress } from "../pages/addresses.ts";
import { pageSlugSchema } from "../pages/input.ts";
import { Problem } from "../problem.ts";
import type { Prepared } from "./prepare.ts";

const TRIES = 20;

/** An address for an old page: its own words where they are free, else with a number behind them. */
export async function freePageSlug(
  tx: Transaction,
  { slug, fields, language }: Prepared,
  familyId: string,
): Promise<string> {
  const last = slug.split("/").at(-1) ?? "";
  const words = slugFrom(last.replaceAll("-", " ")) || slugFrom(fields.headline) || "page";
  const wanted = (/^[a-z]/.test(words) ? words : `page-${words}`).slice(0, 36).replace(/-+$/, "");
  for (let count = 1; count <= TRIES; count += 1) {
    const pageSlug = count === 1 ? wanted : `${wanted}-${count}`;
    if (!pageSlugSchema.safeParse(pageSlug).success) continue;
    if (await isFree(tx, { language, pageSlug, familyId })) return pageSlug;
  }
  throw new Problem("conflict", `No address like “${wanted}” is free for this page.`);
}

async function isFree(tx: Transaction, place: Parameters<typeof takePageAddress>[1]): Promise<boolean> {
  try {
    await takePageAddress(tx, place);
    return true;
  } catch (error) {
    if (error instanceof Problem && error.kind === "conflict") return false;
    throw error;
  }
}
