"use client";
import type { Labels } from "#db/shapes.ts";
import { LANGUAGE_CODES, LANGUAGES, type Language } from "#domain/vocabulary.ts";
import { TextField } from "../ui/text-field.tsx";
import { useWords } from "../words.client.tsx";

type SectionLabelsProps = { languages: readonly Language[]; labels: Labels; error: string | null };

/** A section's name, once in each of the paper's languages; read from the form as `label.<language>`. */
export function SectionLabels({ languages, labels, error }: SectionLabelsProps) {
  const t = useWords("admin");
  const shown = LANGUAGE_CODES.filter((code) => languages.includes(code));
  return shown.map((code, index) => (
    <TextField
      key={code}
      label={t("sections.nameIn", { language: LANGUAGES[code].name })}
      name={`label.${code}`}
      defaultValue={labels[code] ?? ""}
      lang={code}
      dir={LANGUAGES[code].direction}
      maxLength={60}
      error={index === 0 ? error : null}
    />
  ));
}

/** What was typed there, on top of names in languages that the paper doesn't use now. */
export function labelsIn(typed: FormData, before: Labels): Labels {
  const labels: Labels = { ...before };
  for (const code of LANGUAGE_CODES) {
    const text = typed.get(`label.${code}`);
    if (text !== null) labels[code] = String(text);
  }
  return labels;
}
