import { inArray, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { redirects } from "#db/schema-circulation.ts";
import { actorId, type Ctx } from "../context.ts";
import { recordEvent } from "../events.ts";
import { authorize } from "../permissions.ts";
import { recordChange } from "../publications/changes.ts";
import { keys } from "../publications/keys.ts";
import { type BadLine, endOf, judgeLines, type Pair } from "./judge-lines.ts";
import { readCsv } from "./read-csv.ts";

export type KeptFile = { kept: number; bad: BadLine[]; badCount: number; changeSeq?: number };

const AT_ONCE = 1_000;
const MOST_BAD_SHOWN = 200;

/**
 * Takes redirects in from a file of two columns. Good lines are kept, bad ones are named with their
 * number and a sentence. An address that leads somewhere by an earlier file or an archive leads
 * where the newest file says; what a renamed or merged word has left behind stays.
 */
export async function keepFile(
  ctx: Ctx,
  { text, fileName, origin }: { text: string; fileName: string; origin: string },
): Promise<KeptFile> {
  authorize(ctx.actor, "outlet.manage");
  const { pairs, bad } = judgeLines(readCsv(text), origin);
  return ctx.db.transaction(async (tx) => {
    const standing = await standingAt(tx, pairs);
    const next = new Map([...standing.leads, ...pairs.map(({ from, to }): [string, string] => [from, to])]);
    const good: Pair[] = [];
    for (const pair of pairs) {
      const end = endOf(pair, next);
      const text = `${pair.from} → ${pair.to}`;
      if (end === null) bad.push({ line: pair.line, text, why: "It leads in a circle." });
      else if (standing.kept.has(pair.from)) {
        bad.push({
          line: pair.line,
          text,
          why: "A topic or byline that was renamed or merged leads on from there.",
        });
      } else good.push({ ...pair, to: end });
    }
    for (let at = 0; at < good.length; at += AT_ONCE) await write(tx, ctx, good.slice(at, at + AT_ONCE));
    bad.sort((a, b) => a.line - b.line);
    const answer = { kept: good.length, bad: bad.slice(0, MOST_BAD_SHOWN), badCount: bad.length };
    if (good.length === 0) return answer;
    const after = { fileName: fileName.slice(0, 200), kept: good.length, refused: bad.length };
    await recordEvent(tx, ctx, { act: "redirects.changed", after });
    return { ...answer, changeSeq: await recordChange(tx, { keys: [keys.redirects()], hard: "soft" }) };
  });
}

/** Where the file's addresses, and those that it leads to, lead today. */
async function standingAt(tx: Transaction, pairs: readonly Pair[]) {
  const leads = new Map<string, string>();
  const kept = new Set<string>();
  const asked = [...new Set(pairs.flatMap(({ from, to }) => [from, to]))];
  for (let at = 0; at < asked.length; at += AT_ONCE) {
    const part = asked.slice(at, at + AT_ONCE);
    for (const row of await tx.select().from(redirects).where(inArray(redirects.fromPath, part))) {
      if (row.toPath !== null) leads.set(row.fromPath, row.toPath);
      if (row.source === "rename" || row.source === "merge") kept.add(row.fromPath);
    }
  }
  return { leads, kept };
}

async function write(tx: Transaction, { actor, now }: Ctx, pairs: readonly Pair[]): Promise<void> {
  const by = { source: "file" as const, createdAt: now, createdBy: actorId(actor) };
  await tx
    .insert(redirects)
    .values(pairs.map(({ from, to }) => ({ fromPath: from, toPath: to, ...by })))
    .onConflictDoUpdate({
      target: redirects.fromPath,
      set: { toPath: sql`excluded.to_path`, storyId: sql`null`, ...by },
    });
}
