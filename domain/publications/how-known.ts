import type { Printed } from "#db/shapes.ts";
import { readerWords } from "../languages/reader-words.ts";
import type { Language } from "../vocabulary.ts";

/** One thing that the newsroom knows of how a story was made. */
export type KnownLine = { term: string; told: string; from?: Language };

type Of = { printed: Printed; language: Language };

/**
 * "How we know this", from what the publication itself holds: where it was reported, whose
 * reporting it is, who translated it from which language, whether a machine helped. What nobody
 * wrote down is not said, not even as "unknown".
 */
export function howKnown({ printed, language }: Of): KnownLine[] {
  const { know } = readerWords(language);
  const lines: (KnownLine | null)[] = [
    line(know.reportedFrom, printed.dateline),
    ...sourceLines(printed, language),
    translationLine({ printed, language }),
    machineLine({ printed, language }),
  ];
  return lines.filter((each) => each !== null);
}

function line(term: string, told: string): KnownLine | null {
  return told === "" ? null : { term, told };
}

/** Agencies by name; "" among the sources is the outlet's own reporting. */
function sourceLines({ sources = [] }: Printed, language: Language): (KnownLine | null)[] {
  const { know, together } = readerWords(language);
  const agencies = [...new Set(sources.filter((name) => name !== ""))];
  const isOwn = sources.includes("");
  if (sources.length === 0) return [];
  const text = isOwn
    ? agencies.length > 0
      ? know.bothText(agencies)
      : know.ownText
    : know.agencyText(agencies);
  return [
    line(know.sources, together([...(isOwn ? [know.ownReporting] : []), ...agencies])),
    line(know.text, text),
  ];
}

function translationLine({ printed, language }: Of): KnownLine | null {
  const { know, credit, translatedFrom, languageNames } = readerWords(language);
  const names = printed.byline.filter(({ role }) => role === "translation").map(({ name }) => name);
  const from = printed.translatedFrom;
  const parts = [
    ...(from === undefined ? [] : [translatedFrom(languageNames[from])]),
    ...(names.length > 0 ? [credit.translation(names)] : []),
  ];
  if (parts.length === 0) return null;
  return { term: know.translation, told: parts.join(" · "), ...(from !== undefined && { from }) };
}

function machineLine({ printed: { machineHelp }, language }: Of): KnownLine | null {
  const { know } = readerWords(language);
  if (machineHelp === undefined || machineHelp.answer === "unsaid") return null;
  const answer = machineHelp.answer === "yes" ? know.yes : know.no;
  const note = machineHelp.note.trim();
  return { term: know.machineHelp, told: note === "" ? answer : `${answer}: ${note}` };
}
