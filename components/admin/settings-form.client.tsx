"use client";
import { type FormEvent, useState } from "react";
import type { OutletSettings } from "#db/shapes.ts";
import { LANGUAGE_CODES, LANGUAGES } from "#domain/vocabulary.ts";
import { ClockFields, PaperFields } from "../auth/outlet-fields.client.tsx";
import { type Act, errorOf, useAct } from "../auth/use-act.ts";
import { withLabel } from "../auth/welcome-draft.ts";
import { Banner } from "../ui/badge.tsx";
import { Button } from "../ui/button.client.tsx";
import { Panel } from "../ui/page-header.tsx";
import { StatusLine } from "../ui/status-line.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useWords } from "../words.client.tsx";
import { NoticeWordsFields } from "./notice-words.client.tsx";
import { SharingFields } from "./sharing-fields.client.tsx";

type Versioned = { version: number; settings: OutletSettings };
type SettingsFormProps = {
  outlet: Versioned;
  zones: readonly string[];
  save: Act<Versioned, { version: number }>;
};

/** The outlet's settings. Of two admins at once the second keeps what they typed and may look at the other's. */
export function SettingsForm({ outlet, zones, save }: SettingsFormProps) {
  const t = useWords("admin");
  const { isActing, problem, perform, clearProblem } = useAct(t("noAnswer"));
  const [{ version, settings }, setDraft] = useState(outlet);
  const [isSaved, setIsSaved] = useState(false);
  const theirs = problem?.kind === "conflict" ? (problem.details as Versioned | undefined) : undefined;

  function change(next: OutletSettings) {
    setIsSaved(false);
    setDraft({ version, settings: next });
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setIsSaved(false);
    const saved = await perform(() => save({ version, settings }));
    if (!saved) return;
    setDraft({ version: saved.version, settings });
    setIsSaved(true);
  }

  function loadTheirs(other: Versioned) {
    setDraft({ version: other.version, settings: other.settings });
    clearProblem();
  }

  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-5">
      <Panel title={t("outlet.paper")}>
        <PaperFields settings={settings} onChange={change} problem={problem} />
        <div className="mt-4 grid gap-4 sm:grid-cols-2">
          {LANGUAGE_CODES.filter((code) => settings.languages.includes(code)).map((code) => (
            <TextField
              key={code}
              label={t("outlet.description", { language: LANGUAGES[code].name })}
              value={settings.description[code] ?? ""}
              onChange={(text) => change(withLabel(settings, "description", code, text))}
              lang={code}
              dir={LANGUAGES[code].direction}
              maxLength={200}
              error={errorOf(problem, `settings.description.${code}`)}
            />
          ))}
        </div>
      </Panel>
      <Panel title={t("outlet.clock")}>
        <ClockFields settings={settings} onChange={change} problem={problem} zones={zones} />
      </Panel>
      <NoticeWordsFields settings={settings} onChange={change} problem={problem} />
      <SharingFields settings={settings} onChange={change} problem={problem} />
      {problem && (
        <Banner
          tone="bad"
          role="alert"
          actions={theirs && <Button onPress={() => loadTheirs(theirs)}>{t("outlet.reload")}</Button>}
        >
          {t("outlet.notSaved", { message: problem.message })}
        </Banner>
      )}
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" variant="primary" isPending={isActing}>
          {t("outlet.save")}
        </Button>
        <StatusLine tone="good">{isSaved && t("outlet.saved")}</StatusLine>
      </div>
    </form>
  );
}
