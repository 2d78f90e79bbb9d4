"use client";
import type { MenuItem, OutletSettings } from "#db/shapes.ts";
import { LANGUAGE_CODES, LANGUAGES } from "#domain/vocabulary.ts";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../words.client.tsx";
import type { MenuChoices } from "./draft.ts";
import { ownLabels } from "./item-name.ts";

type ItemFieldsProps = {
  item: MenuItem;
  choices: MenuChoices;
  settings: OutletSettings;
  onChange: (item: MenuItem) => void;
  errorOf: (field: string) => string | null;
};

/** What one line of a menu is called in each language, and where a free link leads. */
export function ItemFields({ item, choices, settings, onChange, errorOf }: ItemFieldsProps) {
  const t = useWords("outlet");
  const own = ownLabels(item, choices);
  return (
    <div className="grid gap-3 px-2 pt-2 pb-3 sm:grid-cols-2">
      {item.kind === "link" && (
        <TextField
          label={t("menus.href")}
          value={item.href}
          onChange={(href) => onChange({ ...item, href })}
          dir="ltr"
          maxLength={500}
          spellCheck={false}
          fieldClassName="flex min-w-0 flex-col gap-1.5 sm:col-span-2"
          error={errorOf("href")}
        />
      )}
      {LANGUAGE_CODES.filter((code) => settings.languages.includes(code)).map((code, at) => (
        <TextField
          key={code}
          label={t("menus.label", { language: LANGUAGES[code].name })}
          value={item.labels[code] ?? ""}
          placeholder={own[code]}
          onChange={(text) => onChange({ ...item, labels: { ...item.labels, [code]: text } })}
          lang={code}
          dir={LANGUAGES[code].direction}
          maxLength={60}
          error={at === 0 ? errorOf("labels") : null}
        />
      ))}
    </div>
  );
}
