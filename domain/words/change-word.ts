import type { Labels } from "#db/shapes.ts";
import type { Ctx } from "../context.ts";
import { recordEvent } from "../events.ts";
import { Problem } from "../problem.ts";
import { recordChange } from "../publications/changes.ts";
import { LANGUAGE_CODES, LANGUAGES } from "../vocabulary.ts";
import type { ChangeWordInput } from "./input.ts";
import { asJson, authorizeWords, KINDS, lockWord, writeWord } from "./kinds.ts";
import { wordKeys } from "./word-keys.ts";

/**
 * Changes how a word is printed, and what is said about it, in each language. Stories that are
 * published keep the label of their day; the word's own pages and lists print the new one at once.
 * Two colleagues may fill in two languages at the same time. Throws Problem "conflict", and writes
 * nothing, when a text that this person changed was changed by somebody else since it was on screen.
 */
export async function changeWord(
  { db, actor, now }: Ctx,
  { kind, wordId, seen, labels, about }: ChangeWordInput,
): Promise<{ labels: Labels; about: Labels; changeSeq: number }> {
  return db.transaction(async (tx) => {
    const before = await lockWord(tx, kind, wordId);
    authorizeWords(actor, kind);
    const columns = KINDS[kind];
    const merged = {
      labels: overlay(before.labels, seen.labels, labels),
      about: columns.about ? overlay(before.about, seen.about, about) : {},
    };
    if (Object.keys(merged.labels).length === 0) {
      throw new Problem("invalid", "Write the name in at least one language.", { field: "labels" });
    }
    await writeWord(tx, kind, wordId, [
      { column: columns.labels, value: asJson(merged.labels) },
      ...(columns.about ? [{ column: columns.about, value: asJson(merged.about) }] : []),
    ]);
    await recordEvent(
      tx,
      { actor, now },
      {
        act: "word.changed",
        subjectId: wordId,
        before: { kind, labels: before.labels, about: before.about },
        after: { kind, ...merged },
      },
    );
    return { ...merged, changeSeq: await recordChange(tx, { keys: wordKeys(kind, before), hard: "soft" }) };
  });
}

/** What stands now, with the languages that this person changed as they want them. */
function overlay(now: Labels, seen: Labels, wanted: Labels): Labels {
  const result: Labels = { ...now };
  for (const language of LANGUAGE_CODES) {
    if (wanted[language] === seen[language]) continue;
    if (now[language] !== seen[language] && now[language] !== wanted[language]) {
      const { name } = LANGUAGES[language];
      throw new Problem(
        "conflict",
        `Somebody has changed the text in ${name} since you opened this page: it is “${now[language] ?? ""}” now. Nothing was saved.`,
        { details: { language, text: now[language] ?? "" } },
      );
    }
    if (wanted[language] === undefined) delete result[language];
    else result[language] = wanted[language];
  }
  return result;
}
