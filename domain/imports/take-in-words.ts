/** An old site's authors, categories and tags: bylines, sections and topics here, never accounts. */
import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { sections } from "#db/schema.ts";
import { importItems } from "#db/schema-writing.ts";
import type { Ctx } from "../context.ts";
import { recordEvent } from "../events.ts";
import { addSection } from "../outlet/add-section.ts";
import { authorizeMachine } from "../permissions.ts";
import { keepOldPaths } from "../redirects/keep-old-paths.ts";
import { bylinePath, sectionPath, topicPath } from "../site.ts";
import type { Language } from "../vocabulary.ts";
import { insertWord } from "../words/add-word.ts";
import { KINDS } from "../words/kinds.ts";
import type { ArchiveAuthor, ArchiveTerm } from "./archive.ts";
import type { TermChoice } from "./input.ts";
import type { Run } from "./take-in.ts";

/** What a term of the old site is here; null: nothing. */
export type PlacedTerm = { as: "section" | "topic"; id: string } | null;

type ItemKind = "author" | "topic" | "section";
type Word = { id: string; slug: string };

/** An author becomes a name that bylines print: one that is called the same, or a new one. */
export async function takeInAuthor(
  ctx: Ctx,
  run: Run,
  { externalId, name, paths }: ArchiveAuthor,
  language: Language,
): Promise<string> {
  authorizeMachine(ctx.actor);
  return once(ctx, run, "author", externalId, async (tx) => {
    const word = await wordCalled(tx, ctx, "contributor", name, language);
    const leads = { toPath: bylinePath(language, word.slug) };
    await keepOldPaths(
      tx,
      ctx,
      paths.map((fromPath) => ({ fromPath, ...leads })),
    );
    return word.id;
  });
}

export async function takeInTerm(
  ctx: Ctx,
  run: Run,
  term: ArchiveTerm,
  { choice, language }: { choice: TermChoice; language: Language },
): Promise<PlacedTerm> {
  authorizeMachine(ctx.actor);
  if (choice.as === "nothing") return null;
  if (choice.as === "topic") {
    const id = await once(ctx, run, "topic", term.key, async (tx) => {
      const word = await wordCalled(tx, ctx, "topic", term.name, language);
      await leadTo(tx, ctx, term, topicPath(language, word.slug));
      return word.id;
    });
    return { as: "topic", id };
  }
  const id = await once(ctx, run, "section", term.key, async (tx) => {
    const section = await sectionFor({ ...ctx, db: tx }, choice, language);
    await leadTo(tx, ctx, term, sectionPath(language, section.slug));
    return section.id;
  });
  return { as: "section", id };
}

async function leadTo(tx: Transaction, ctx: Ctx, { paths }: ArchiveTerm, toPath: string): Promise<void> {
  await keepOldPaths(
    tx,
    ctx,
    paths.map((fromPath) => ({ fromPath, toPath })),
  );
}

/** Makes something for a name of the archive, once: whoever comes again finds what was made. */
async function once(
  ctx: Ctx,
  run: Run,
  kind: ItemKind,
  externalId: string,
  make: (tx: Transaction) => Promise<string>,
): Promise<string> {
  return ctx.db.transaction(async (tx) => {
    const own = { source: run.source, origin: run.origin, kind, externalId: externalId.slice(0, 300) };
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
    if (known?.targetId) return known.targetId;
    const targetId = await make(tx);
    await tx
      .insert(importItems)
      .values({ ...own, importId: run.importId, outcome: "done", targetId, doneAt: ctx.now });
    return targetId;
  });
}

async function wordCalled(
  tx: Transaction,
  ctx: Ctx,
  kind: "contributor" | "topic",
  called: string,
  language: Language,
): Promise<Word> {
  const name = called.replace(/\s+/gu, " ").trim().slice(0, 120) || "—";
  const { table, labels } = KINDS[kind];
  const { rows } = await tx.execute<Word & { standing: string | null }>(sql`
    select coalesce(w.merged_into, w.id) as id, w.slug from ${table} w
     where exists (select 1 from jsonb_each_text(w.${sql.identifier(labels.name)}) as said(code, label)
                    where lower(said.label) = lower(${name}))
     order by w.id limit 1`);
  if (rows[0]) return rows[0];
  const word = await insertWord(tx, kind, { [language]: name });
  await recordEvent(tx, ctx, { act: "word.added", subjectId: word.id, after: { kind, label: name } });
  return word;
}

async function sectionFor(
  ctx: Ctx,
  choice: Extract<TermChoice, { as: "section" | "new-section" }>,
  language: Language,
): Promise<Word> {
  const wanted = choice.as === "section" ? eq(sections.id, choice.sectionId) : eq(sections.slug, choice.slug);
  const [there] = await ctx.db.select({ id: sections.id, slug: sections.slug }).from(sections).where(wanted);
  if (there) return there;
  if (choice.as === "section") throw new Error("a chosen section is gone");
  const { sectionId } = await addSection(ctx, { slug: choice.slug, labels: { [language]: choice.label } });
  return { id: sectionId, slug: choice.slug };
}
