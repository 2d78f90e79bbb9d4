import { is } from "drizzle-orm";
import { PgTransaction } from "drizzle-orm/pg-core";
import type { Database } from "./client.ts";

type Reads = readonly (() => unknown)[];
type Answers<Each extends Reads> = { -readonly [Key in keyof Each]: Awaited<ReturnType<Each[Key]>> };

/**
 * Reads that don't wait for each other's answers: all at once on a pool, one after the other in a
 * transaction, which has one connection, and a connection answers one question at a time.
 */
export async function together<const Each extends Reads>(db: Database, reads: Each): Promise<Answers<Each>> {
  if (!is(db, PgTransaction)) return (await Promise.all(reads.map((read) => read()))) as Answers<Each>;
  const answers: unknown[] = [];
  for (const read of reads) answers.push(await read());
  return answers as Answers<Each>;
}
