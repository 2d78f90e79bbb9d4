"use client";
import type { Publisher } from "#db/shapes.ts";
import { LANGUAGE_CODES, LANGUAGES } from "#domain/vocabulary.ts";
import { errorOf } from "../../auth/use-act.ts";
import { Panel } from "../../ui/page-header.tsx";
import { TextArea, TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../words.client.tsx";
import { NOBODY, type TabProps } from "./draft.ts";

const LINES = [
  "legalName",
  "foundedOn",
  "email",
  "telephone",
  "street",
  "city",
  "postalCode",
  "country",
] as const;
const EXAMPLES: Partial<Record<(typeof LINES)[number], string>> = { foundedOn: "2014", country: "IQ" };
/** Digits and Latin letters, whatever the page's direction. */
const FROM_LEFT: readonly string[] = ["foundedOn", "email", "telephone", "postalCode", "country"];

/** Who answers for the paper: in the foot of every page, and in its record for search engines. */
export function PublisherTab({ settings, onChange, problem }: TabProps) {
  const t = useWords("outlet");
  const publisher = settings.publisher ?? NOBODY;
  const change = (part: Partial<Publisher>) =>
    onChange({ ...settings, publisher: { ...publisher, ...part } });
  return (
    <Panel title={t("publisher.title")} lead={t("publisher.lead")}>
      <div className="grid gap-4 sm:grid-cols-2">
        {LINES.map((field) => (
          <TextField
            key={field}
            label={t(`publisher.${field}`)}
            value={publisher[field]}
            onChange={(text) => change({ [field]: text })}
            dir={FROM_LEFT.includes(field) ? "ltr" : "auto"}
            maxLength={160}
            placeholder={EXAMPLES[field]}
            error={errorOf(problem, `settings.publisher.${field}`)}
          />
        ))}
      </div>
      <div className="mt-4 grid gap-4">
        {LANGUAGE_CODES.filter((code) => settings.languages.includes(code)).map((code) => (
          <TextArea
            key={code}
            label={t("publisher.ownership", { language: LANGUAGES[code].name })}
            value={publisher.ownership[code] ?? ""}
            onChange={(text) => change({ ownership: { ...publisher.ownership, [code]: text } })}
            lang={code}
            dir={LANGUAGES[code].direction}
            maxLength={1000}
            rows={2}
            error={errorOf(problem, `settings.publisher.ownership.${code}`)}
          />
        ))}
      </div>
    </Panel>
  );
}
