"use client";
import { LANGUAGE_CODES, LANGUAGES } from "#domain/vocabulary.ts";
import { ClockFields, PaperFields } from "../../auth/outlet-fields.client.tsx";
import { errorOf } from "../../auth/use-act.ts";
import { withLabel } from "../../auth/welcome-draft.ts";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../words.client.tsx";
import type { TabProps } from "./draft.ts";

/** What the paper is called, its languages, its clock, how much its feeds tell. */
export function PaperTab({ settings, onChange, problem, zones }: TabProps & { zones: readonly string[] }) {
  const t = useWords("admin");
  const own = useWords("outlet");
  const fields = { settings, onChange, problem };
  return (
    <div className="flex flex-col gap-5">
      <Panel title={t("outlet.paper")}>
        <PaperFields {...fields} />
        <div className="mt-4 grid gap-4 sm:grid-cols-2">
          {LANGUAGE_CODES.filter((code) => settings.languages.includes(code)).map((code) => (
            <TextField
              key={code}
              label={t("outlet.description", { language: LANGUAGES[code].name })}
              value={settings.description[code] ?? ""}
              onChange={(text) => onChange(withLabel(settings, "description", code, text))}
              lang={code}
              dir={LANGUAGES[code].direction}
              maxLength={200}
              error={errorOf(problem, `settings.description.${code}`)}
            />
          ))}
        </div>
      </Panel>
      <Panel title={t("outlet.clock")}>
        <ClockFields {...fields} zones={zones} />
      </Panel>
      <Panel title={own("feeds.title")}>
        <Checkbox
          label={own("feeds.fullText")}
          description={own("feeds.fullTextHelp")}
          isChecked={settings.feeds?.fullText ?? true}
          onChange={(fullText) => onChange({ ...settings, feeds: { fullText } })}
        />
      </Panel>
    </div>
  );
}
