"use client";
import { Plus, X } from "lucide-react";
import { LANGUAGE_CODES, LANGUAGES, type Language } from "#domain/vocabulary.ts";
import { Button } from "../ui/button.client.tsx";
import { IconButton } from "../ui/icon-button.client.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useWords } from "../words.client.tsx";
import { type ActProblem, errorOf } from "./use-act.ts";
import type { SectionDraft } from "./welcome-draft.ts";

type SectionDraftsProps = {
  sections: SectionDraft[];
  languages: readonly Language[];
  onChange: (sections: SectionDraft[]) => void;
  problem: ActProblem | null;
};

/** The sections that a new paper starts with: proposed, renamed, taken away, added. */
export function SectionDrafts({ sections, languages, onChange, problem }: SectionDraftsProps) {
  const t = useWords("auth");
  const shown = LANGUAGE_CODES.filter((code) => languages.includes(code));
  const change = (key: string, next: Partial<SectionDraft>) =>
    onChange(sections.map((section) => (section.key === key ? { ...section, ...next } : section)));
  return (
    <div>
      <ul className="flex flex-col divide-y divide-line">
        {sections.map((section, index) => (
          <li key={section.key} className="flex items-start gap-2 py-3">
            <div className="grid min-w-0 flex-1 grid-cols-2 gap-3 sm:grid-cols-4">
              <TextField
                label={t("welcome.slug")}
                value={section.slug}
                onChange={(slug) => change(section.key, { slug })}
                dir="ltr"
                maxLength={40}
                error={errorOf(problem, `sections.${index}.slug`)}
              />
              {shown.map((code) => (
                <TextField
                  key={code}
                  label={t("welcome.sectionName", { language: LANGUAGES[code].name })}
                  value={section.labels[code] ?? ""}
                  onChange={(text) => change(section.key, { labels: { ...section.labels, [code]: text } })}
                  lang={code}
                  dir={LANGUAGES[code].direction}
                  maxLength={60}
                  error={code === shown[0] ? errorOf(problem, `sections.${index}.labels`) : null}
                />
              ))}
            </div>
            <IconButton
              label={t("welcome.removeSection", { slug: section.slug || t("welcome.newSection") })}
              isDisabled={sections.length === 1}
              onPress={() => onChange(sections.filter(({ key }) => key !== section.key))}
              className="mt-6"
            >
              <X size={18} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
      <Button
        onPress={() => onChange([...sections, { key: crypto.randomUUID(), slug: "", labels: {} }])}
        className="mt-2"
      >
        <Plus size={18} aria-hidden />
        {t("welcome.addSection")}
      </Button>
    </div>
  );
}
