"use client";
import type { Choices } from "#domain/imports/input.ts";
import type { Report } from "#domain/imports/report.ts";
import { LANGUAGES, type Language } from "#domain/vocabulary.ts";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Select } from "../../ui/select.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../words.client.tsx";
import type { SectionChoice } from "./term-table.client.tsx";

type ChoiceFieldsProps = {
  choices: Choices;
  change: (changed: Partial<Choices>) => void;
  languages: readonly Language[];
  sections: readonly SectionChoice[];
  report: Report;
};

/** What decides for all stories at once: languages, the section of those without one, which kinds come. */
export function ChoiceFields({ choices, change, languages, sections, report }: ChoiceFieldsProps) {
  const t = useWords("moving");
  const { others } = report.found;
  const kinds = [...new Set(["post", ...choices.storyTypes, ...Object.keys(others)])].filter(
    (kind) => kind !== "page",
  );
  const counted = languages
    .map((code) => `${LANGUAGES[code].name} ${report.languages[code] ?? 0}`)
    .join(" · ");
  const toggle = (kind: string, isOn: boolean) => {
    const storyTypes = isOn
      ? [...choices.storyTypes, kind]
      : choices.storyTypes.filter((each) => each !== kind);
    if (storyTypes.length > 0) change({ storyTypes });
  };
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <div className="flex flex-col gap-2">
        <Select
          label={t("choices.language")}
          description={t("choices.languageHelp", { counted })}
          value={choices.language}
          onChange={(language) => change({ language })}
          choices={languages.map((value) => ({ value, label: LANGUAGES[value].name }))}
        />
        <Checkbox
          label={t("choices.byLetters")}
          description={t("choices.byLettersHelp")}
          isChecked={choices.byLetters}
          onChange={(byLetters) => change({ byLetters })}
        />
      </div>
      <Select
        label={t("choices.section")}
        description={t("choices.sectionHelp")}
        value={choices.sectionId}
        onChange={(sectionId) => change({ sectionId })}
        choices={sections.map(({ sectionId, label }) => ({ value: sectionId, label }))}
      />
      <fieldset className="min-w-0">
        <legend className="font-medium text-sm">{t("choices.kinds")}</legend>
        {kinds.slice(0, 20).map((kind) => (
          <Checkbox
            key={kind}
            label={others[kind] === undefined ? kind : t("choices.kind", { kind, count: others[kind] })}
            isChecked={choices.storyTypes.includes(kind)}
            onChange={(isOn) => toggle(kind, isOn)}
          />
        ))}
        <Checkbox
          label={t("choices.withPages")}
          isChecked={choices.withPages}
          onChange={(withPages) => change({ withPages })}
        />
      </fieldset>
      <TextField
        label={t("bring.site")}
        description={t("choices.siteHelp")}
        value={choices.site}
        onChange={(site) => change({ site })}
        dir="ltr"
        placeholder={report.site || t("bring.siteExample")}
      />
    </div>
  );
}
