"use client";
import { X } from "lucide-react";
import type { SourceField } from "#db/shapes.ts";
import { instantAt } from "#domain/languages/zone.ts";
import { signOffFrom } from "#domain/stories/sign-off.ts";
import { localInput } from "#domain/time.ts";
import { LANGUAGES } from "#domain/vocabulary.ts";
import { Button } from "../ui/button.client.tsx";
import { ComboBox } from "../ui/combo-box.client.tsx";
import { IconButton } from "../ui/icon-button.client.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useWords } from "../words.client.tsx";
import { useStory } from "./story-context.ts";

const OWN = "own";
const NEW: Omit<SourceField, "agencyId"> = { itemId: "", at: null, url: "" };

/** Where the story's facts come from, and the line at its foot that says so to readers. */
export function SourcesField() {
  const { desk, choices, fields, change, mayType, addWord, outletName, timeZone } = useStory();
  const t = useWords("desk");
  const { sources } = fields;
  const nameOf = (agencyId: string | null) =>
    agencyId === null
      ? outletName
      : (choices.agencies.find(({ id }) => id === agencyId)?.label ?? t("unknownName"));
  const set = (at: number, patch: Partial<SourceField>) => {
    const source = sources[at];
    if (source) change({ sources: sources.with(at, { ...source, ...patch }) });
  };
  const add = (id: string) => change({ sources: [...sources, { ...NEW, agencyId: id === OWN ? null : id }] });
  async function addNew(label: string) {
    const agency = await addWord("agency", label);
    if (agency) add(agency.id);
  }
  const known = [{ id: OWN, slug: OWN, label: outletName }, ...choices.agencies];
  const free = known.filter(({ id }) => !sources.some(({ agencyId }) => (agencyId ?? OWN) === id));

  return (
    <div className="flex flex-col gap-1.5">
      {desk.may.write ? (
        <ComboBox
          label={t("sources")}
          placeholder={t("sourcesAdd")}
          items={free}
          addLabel={(name) => t("addName", { name })}
          onPick={add}
          onAdd={(name) => void addNew(name)}
        />
      ) : (
        <p className="font-medium text-sm">{t("sources")}</p>
      )}
      <ul className="flex flex-col gap-2" aria-label={t("sources")}>
        {sources.map((source, at) => (
          <li key={source.agencyId ?? OWN} className="rounded-field border border-line px-3 py-1">
            <div className="flex items-center justify-between">
              <span className="min-w-0 truncate font-medium text-sm">
                <bdi>{nameOf(source.agencyId)}</bdi>
              </span>
              {mayType && (
                <IconButton
                  label={t("takeOut", { name: nameOf(source.agencyId) })}
                  onPress={() => change({ sources: sources.toSpliced(at, 1) })}
                >
                  <X size={16} aria-hidden />
                </IconButton>
              )}
            </div>
            {source.agencyId !== null && (
              <div className="grid gap-2 pb-2">
                <TextField
                  label={t("sourceNumber")}
                  value={source.itemId}
                  readOnly={!mayType}
                  onChange={(itemId) => set(at, { itemId })}
                  dir="ltr"
                />
                <TextField
                  label={t("sourceTime")}
                  type="datetime-local"
                  value={source.at === null ? "" : localInput(new Date(source.at), timeZone)}
                  readOnly={!mayType}
                  onChange={(local) => set(at, { at: instantAt(local, timeZone)?.toISOString() ?? null })}
                />
                <TextField
                  label={t("sourceAddress")}
                  value={source.url}
                  readOnly={!mayType}
                  onChange={(url) => set(at, { url })}
                  dir="ltr"
                  inputMode="url"
                />
              </div>
            )}
          </li>
        ))}
      </ul>
      <SignOff />
    </div>
  );
}

/** Computed from the sources until somebody writes it themselves. */
function SignOff() {
  const { desk, choices, fields, change, mayType, outletName } = useStory();
  const t = useWords("desk");
  const { language } = desk.story;
  const agencies = choices.agencies.map(({ id, label }) => ({ id, labels: { [language]: label } }));
  const computed = signOffFrom(fields.sources, { language, outletName, agencies });
  return (
    <div className="flex items-end gap-2">
      <TextField
        label={t("signOff")}
        fieldClassName="flex min-w-0 flex-1 flex-col gap-1.5"
        value={fields.signOff ?? computed}
        readOnly={!mayType}
        onChange={(text) => change({ signOff: text })}
        dir={LANGUAGES[language].direction}
        lang={language}
      />
      {fields.signOff !== null && mayType && (
        <Button onPress={() => change({ signOff: null })}>{t("signOffReset")}</Button>
      )}
    </div>
  );
}
