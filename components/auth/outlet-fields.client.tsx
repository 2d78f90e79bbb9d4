"use client";
import type { OutletSettings } from "#db/shapes.ts";
import { LANGUAGE_CODES, LANGUAGES } from "#domain/vocabulary.ts";
import { Checkbox } from "../ui/checkbox.tsx";
import { Select } from "../ui/select.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useWords } from "../words.client.tsx";
import { type ActProblem, errorOf } from "./use-act.ts";
import { withLabel, withLanguage } from "./welcome-draft.ts";

type OutletFieldsProps = {
  settings: OutletSettings;
  onChange: (settings: OutletSettings) => void;
  problem: ActProblem | null;
};

/** What the paper is called and in which languages it appears. */
export function PaperFields({ settings, onChange, problem }: OutletFieldsProps) {
  const t = useWords("auth");
  const languages = LANGUAGE_CODES.filter((code) => settings.languages.includes(code));
  return (
    <div className="flex flex-col gap-4">
      <fieldset>
        <legend className="font-medium text-sm">{t("welcome.languages")}</legend>
        <div className="mt-1 flex flex-wrap gap-x-6">
          {LANGUAGE_CODES.map((code) => (
            <Checkbox
              key={code}
              label={LANGUAGES[code].name}
              isChecked={settings.languages.includes(code)}
              isDisabled={languages.length === 1 && languages[0] === code}
              onChange={(isIn) => onChange(withLanguage(settings, code, isIn))}
            />
          ))}
        </div>
      </fieldset>
      <div className="grid gap-4 sm:grid-cols-2">
        {languages.map((code) => (
          <TextField
            key={code}
            label={t("welcome.outletName", { language: LANGUAGES[code].name })}
            value={settings.name[code] ?? ""}
            onChange={(text) => onChange(withLabel(settings, "name", code, text))}
            lang={code}
            dir={LANGUAGES[code].direction}
            maxLength={80}
            required
            error={errorOf(problem, `settings.name.${code}`)}
          />
        ))}
        <Select
          label={t("welcome.defaultLanguage")}
          description={t("welcome.defaultLanguageHelp")}
          choices={languages.map((code) => ({ value: code, label: LANGUAGES[code].name }))}
          value={settings.defaultLanguage}
          onChange={(defaultLanguage) => onChange({ ...settings, defaultLanguage })}
        />
      </div>
    </div>
  );
}

/** Which clock the paper prints, and how it calls it. */
export function ClockFields({
  settings,
  onChange,
  problem,
  zones,
}: OutletFieldsProps & { zones: readonly string[] }) {
  const t = useWords("auth");
  const offered = zones.includes(settings.timeZone) ? zones : [settings.timeZone, ...zones];
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Select
        label={t("welcome.timeZone")}
        choices={offered.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
        value={settings.timeZone}
        onChange={(timeZone) => onChange({ ...settings, timeZone })}
        error={errorOf(problem, "settings.timeZone")}
      />
      {LANGUAGE_CODES.filter((code) => settings.languages.includes(code)).map((code) => (
        <TextField
          key={code}
          label={t("welcome.zoneLabel", { language: LANGUAGES[code].name })}
          value={settings.zoneLabels[code] ?? ""}
          onChange={(text) => onChange(withLabel(settings, "zoneLabels", code, text))}
          lang={code}
          dir={LANGUAGES[code].direction}
          maxLength={40}
          error={errorOf(problem, `settings.zoneLabels.${code}`)}
        />
      ))}
    </div>
  );
}
