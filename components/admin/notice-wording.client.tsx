"use client";
import { useId } from "react";
import type { NoticeWording, OutletSettings } from "#db/shapes.ts";
import {
  LONGEST_LINE,
  LONGEST_WORD,
  OUR_WORDS,
  SAMPLE_NOTES,
  troubleWithLine,
  troubleWithWord,
} from "#domain/notices/templates.ts";
import { toldBy } from "#domain/notices/words.ts";
import { timeWithZone } from "#domain/time.ts";
import { LANGUAGES, type Language, NOTE_REQUIRED, type NoticeKind } from "#domain/vocabulary.ts";
import { WordsOf } from "../reader/words-of.tsx";
import { Button } from "../ui/button.client.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useWords } from "../words.client.tsx";

const SAMPLE_AT = new Date("2026-01-12T18:31:00Z");
const DAY_BEFORE = new Date("2026-01-11T12:00:00Z");

type WordingProps = {
  settings: OutletSettings;
  language: Language;
  kind: NoticeKind;
  onChange: (wording: NoticeWording) => void;
  /** What the newsroom said of a field of this wording. */
  errorOf: (field: keyof NoticeWording) => string | null;
};

/** One kind of notice in one language: its words, and beside them what readers will see. */
export function Wording({ settings, language, kind, onChange, errorOf }: WordingProps) {
  const t = useWords("admin");
  const id = useId();
  const own = settings.noticeWords?.[language]?.[kind] ?? {};
  const ours = OUR_WORDS[language][kind];
  const fieldOf = (field: keyof NoticeWording) => ({
    label: t(`notices.${field}`),
    value: own[field] ?? ours[field],
    placeholder: ours[field],
    maxLength: field === "line" ? LONGEST_LINE : LONGEST_WORD,
    lang: language,
    dir: LANGUAGES[language].direction,
    error: troubleIn(field, own[field]) ?? errorOf(field),
    // Our own words aren't kept as theirs: they go on following us.
    onChange: (text: string) => onChange({ ...own, [field]: text === ours[field] ? undefined : text }),
  });
  const isOwn = Object.values(own).some((text) => text !== undefined);
  return (
    <section aria-labelledby={id} className="min-w-0 border-line border-t pt-4">
      <div className="flex min-h-11 flex-wrap items-center justify-between gap-x-4">
        <h3 id={id} className="font-medium">
          {t(`notices.kind.${kind}`)}
        </h3>
        {isOwn && (
          <Button size="small" onPress={() => onChange({})}>
            {t("notices.ours")}
          </Button>
        )}
      </div>
      <div className="mt-1 grid gap-x-6 gap-y-4 lg:grid-cols-2">
        <div className="grid content-start gap-4 sm:grid-cols-2">
          <TextField {...fieldOf("line")} fieldClassName="flex min-w-0 flex-col gap-1.5 sm:col-span-2" />
          <TextField {...fieldOf("heading")} />
          {kind !== "withdrawal" && <TextField {...fieldOf("mark")} />}
        </div>
        <Preview {...{ settings, language, kind }} />
      </div>
    </section>
  );
}

function troubleIn(field: keyof NoticeWording, text: string | undefined): string | null {
  if (!text) return null;
  return field === "line" ? troubleWithLine(text.trim()) : troubleWithWord(text.trim());
}

function Preview({ settings, language, kind }: Pick<WordingProps, "settings" | "language" | "kind">) {
  const t = useWords("admin");
  const told = toldBy(settings, language);
  const needsNote = NOTE_REQUIRED.some((each) => each === kind);
  const facts = { kind, at: SAMPLE_AT, publishedAt: SAMPLE_AT };
  const zoneLabel = settings.zoneLabels[language] ?? "";
  const lines = [
    { when: "sameDay", line: told.line({ ...facts, note: needsNote ? SAMPLE_NOTES[language] : "" }) },
    { when: "later", line: told.line({ ...facts, publishedAt: DAY_BEFORE, note: SAMPLE_NOTES[language] }) },
  ] as const;
  return (
    <div className="min-w-0 rounded-field bg-tint p-3">
      <p className="text-ink-soft text-sm">{t("notices.preview")}</p>
      <div lang={language} dir={LANGUAGES[language].direction} className="mt-2 flex flex-col gap-2">
        {kind !== "withdrawal" && (
          <p className="text-sm">
            <span className="font-semibold text-accent">{told.mark(kind)}</span>{" "}
            {timeWithZone(SAMPLE_AT, { timeZone: settings.timeZone, language, zoneLabel })}
          </p>
        )}
        {lines.map(({ when, line }) => (
          <p key={when} className="break-words border-accent border-s-2 ps-3">
            <WordsOf text={line} language={language} />
          </p>
        ))}
      </div>
    </div>
  );
}
