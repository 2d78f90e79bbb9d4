import { and, asc, eq, isNull, ne, or, type SQL } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { snippets } from "#db/schema-writing.ts";
import { actorId, type Ctx } from "../context.ts";
import { migrateDocument } from "../document/migrate.ts";
import { excerpt } from "../document/to-text.ts";
import { parseDocument } from "../document/validate.ts";
import { recordEvent } from "../events.ts";
import { authorize, may } from "../permissions.ts";
import { missing, Problem } from "../problem.ts";
import type { KeptSnippet, ListSnippetsInput, SnippetInput } from "./input.ts";

type Row = typeof snippets.$inferSelect;

/**
 * Words that this person may put into a story by typing "/" and their name: their own and the
 * newsroom's; with a language, those for stories in it.
 */
export async function listSnippets({ db, actor }: Ctx, { language, limit }: ListSnippetsInput) {
  authorize(actor, "story.create");
  const rows = await db
    .select()
    .from(snippets)
    .where(
      and(
        isTheirs(actorId(actor)),
        language && or(isNull(snippets.language), eq(snippets.language, language)),
      ),
    )
    .orderBy(asc(snippets.name), asc(snippets.id))
    .limit(limit);
  return rows.map(({ id, name, personId, document, updatedAt, ...row }) => ({
    ...{ id, name, updatedAt, language: row.language },
    owner: personId === null ? ("newsroom" as const) : ("own" as const),
    document: migrateDocument(document),
    beginning: excerpt(document, 60),
    may: { change: personId !== null || may(actor, "words.manage") },
  }));
}
export type Snippet = Awaited<ReturnType<typeof listSnippets>>[number];

/** Nobody has own snippets who isn't a person; a condition that is never null. */
function isTheirs(personId: string | null): SQL | undefined {
  return personId === null
    ? isNull(snippets.personId)
    : or(isNull(snippets.personId), eq(snippets.personId, personId));
}

/**
 * Keeps words under a name, for oneself or for the newsroom (that needs an editor). Of one owner's
 * snippets each name stands once in each language, because "/name" must mean one text.
 */
export async function keepSnippet(ctx: Ctx, input: KeptSnippet): Promise<{ snippetId: string }> {
  const document = parseDocument(input.document);
  return ctx.db.transaction(async (tx) => {
    const before = input.snippetId === undefined ? null : await lockSnippet(tx, ctx, input.snippetId);
    authorize(ctx.actor, input.owner === "newsroom" ? "words.manage" : "story.create");
    if (input.owner === "own" && actorId(ctx.actor) === null) {
      throw new Problem("invalid", "Only a person has snippets of their own.");
    }
    const personId = input.owner === "own" ? actorId(ctx.actor) : null;
    const row = { name: input.name, language: input.language, document, personId, updatedAt: ctx.now };
    await refuseNamesake(tx, row, before?.id);
    const [kept] = before
      ? await tx.update(snippets).set(row).where(eq(snippets.id, before.id)).returning({ id: snippets.id })
      : await tx.insert(snippets).values(row).returning({ id: snippets.id });
    if (!kept) throw new Error("a snippet was not kept");
    await recordEvent(tx, ctx, {
      act: "snippet.changed",
      subjectId: kept.id,
      ...(before && { before: { name: before.name } }),
      after: { name: input.name, owner: input.owner },
    });
    return { snippetId: kept.id };
  });
}

/** Takes a snippet off the list. Stories that it was put into keep its words. */
export async function removeSnippet(ctx: Ctx, { snippetId }: SnippetInput): Promise<{ isGone: true }> {
  return ctx.db.transaction(async (tx) => {
    const { name } = await lockSnippet(tx, ctx, snippetId);
    await tx.delete(snippets).where(eq(snippets.id, snippetId));
    await recordEvent(tx, ctx, { act: "snippet.changed", subjectId: snippetId, before: { name } });
    return { isGone: true };
  });
}

/** A colleague's own snippet isn't there for anybody else. */
async function lockSnippet(tx: Transaction, { actor }: Ctx, snippetId: string): Promise<Row> {
  const [row] = await tx.select().from(snippets).where(eq(snippets.id, snippetId)).for("update");
  if (!row || (row.personId !== null && row.personId !== actorId(actor))) throw missing("snippet");
  authorize(actor, row.personId === null ? "words.manage" : "story.create");
  return row;
}

async function refuseNamesake(
  tx: Transaction,
  { name, language, personId }: Pick<Row, "name" | "language" | "personId">,
  except: string | undefined,
): Promise<void> {
  const [namesake] = await tx
    .select({ id: snippets.id })
    .from(snippets)
    .where(
      and(
        eq(snippets.name, name),
        language === null ? isNull(snippets.language) : eq(snippets.language, language),
        personId === null ? isNull(snippets.personId) : eq(snippets.personId, personId),
        except === undefined ? undefined : ne(snippets.id, except),
      ),
    );
  if (namesake) {
    throw new Problem("conflict", `There is a snippet called “${name}” already. Choose another name.`, {
      field: "name",
    });
  }
}
