"use client";
import type { ArabicFace, LatinFace } from "#db/shapes.ts";
import { ARABIC_FACES, LATIN_FACES } from "#domain/brand/faces.ts";
import { errorOf } from "../../auth/use-act.ts";
import { Panel } from "../../ui/page-header.tsx";
import { Select } from "../../ui/select.tsx";
import { TextArea, TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../words.client.tsx";
import { AccentField } from "./accent-field.client.tsx";
import { BrandPicture } from "./brand-picture.client.tsx";
import { type TabProps, wholeBrand, withBrand } from "./draft.ts";

/** Logo, colours, typefaces, icon, accounts elsewhere. */
export function LooksTab({ settings, onChange, problem }: TabProps) {
  const t = useWords("outlet");
  const brand = wholeBrand(settings.brand);
  const { pictures, accent, initials } = brand;
  const problemOf = (field: string) => errorOf(problem, `settings.brand.${field}`);
  return (
    <div className="flex flex-col gap-5">
      <Panel title={t("logo.title")} lead={t("logo.lead")}>
        <div className="grid gap-5 sm:grid-cols-2">
          {(["logo", "logoDark", "icon"] as const).map((place) => (
            <BrandPicture
              key={place}
              label={t(`logo.${place}`)}
              help={t(`logo.${place}Help`)}
              isDark={place === "logoDark"}
              pictureId={pictures[place]}
              language={settings.defaultLanguage}
              onChange={(id) => onChange(withBrand(settings, { pictures: { ...pictures, [place]: id } }))}
              error={problemOf(`pictures.${place}`)}
            />
          ))}
          <TextField
            label={t("logo.initials")}
            description={t("logo.initialsHelp")}
            value={initials}
            onChange={(text) => onChange(withBrand(settings, { initials: text }))}
            maxLength={10}
            dir="auto"
            disabled={pictures.icon !== null}
            error={problemOf("initials")}
          />
        </div>
      </Panel>
      <Panel title={t("colours.title")} lead={t("colours.lead")}>
        <div className="grid gap-5 sm:grid-cols-2">
          {(["light", "dark"] as const).map((mode) => (
            <AccentField
              key={mode}
              mode={mode}
              brand={brand}
              onChange={(colour) => onChange(withBrand(settings, { accent: { ...accent, [mode]: colour } }))}
              error={problemOf(`accent.${mode}`)}
            />
          ))}
        </div>
      </Panel>
      <Faces settings={settings} onChange={onChange} problem={problem} />
      <Panel title={t("profiles.title")} lead={t("profiles.lead")}>
        <TextArea
          label={t("profiles.label")}
          labelIsHidden
          rows={3}
          dir="ltr"
          value={brand.profiles.join("\n")}
          onChange={(text) => onChange(withBrand(settings, { profiles: linesOf(text) }))}
          spellCheck={false}
          error={firstError(problemOf, brand.profiles.length)}
        />
      </Panel>
    </div>
  );
}

/** One a line; an empty line at the end is where the next one is being written. */
function linesOf(text: string): string[] {
  return text === "" ? [] : text.split("\n");
}

function firstError(problemOf: (field: string) => string | null, count: number): string | null {
  for (let at = 0; at < count; at++) {
    const error = problemOf(`profiles.${at}`);
    if (error) return error;
  }
  return problemOf("profiles");
}

function Faces({ settings, onChange }: TabProps) {
  const t = useWords("outlet");
  const { faces } = wholeBrand(settings.brand);
  const parts = ["head", "text"] as const;
  return (
    <Panel title={t("faces.title")} lead={t("faces.lead")}>
      <div className="grid gap-4 sm:grid-cols-2">
        {parts.map((part) => (
          <Select<LatinFace>
            key={`latin-${part}`}
            label={t(`faces.latin.${part}`)}
            choices={LATIN_FACES.map((value) => ({ value, label: t(`faces.names.${value}`) }))}
            value={faces.latin[part]}
            onChange={(face) =>
              onChange(withBrand(settings, { faces: { ...faces, latin: { ...faces.latin, [part]: face } } }))
            }
          />
        ))}
        {parts.map((part) => (
          <Select<ArabicFace>
            key={`arabic-${part}`}
            label={t(`faces.arabic.${part}`)}
            choices={ARABIC_FACES.map((value) => ({ value, label: t(`faces.names.${value}`) }))}
            value={faces.arabic[part]}
            onChange={(face) =>
              onChange(
                withBrand(settings, { faces: { ...faces, arabic: { ...faces.arabic, [part]: face } } }),
              )
            }
          />
        ))}
      </div>
    </Panel>
  );
}
