"use client";
import { useState } from "react";
import type { NoticeWording, OutletSettings } from "#db/shapes.ts";
import {
  LANGUAGE_CODES,
  LANGUAGES,
  type Language,
  NOTICE_KINDS,
  type NoticeKind,
} from "#domain/vocabulary.ts";
import { type ActProblem, errorOf } from "../auth/use-act.ts";
import { Panel } from "../ui/page-header.tsx";
import { Select } from "../ui/select.tsx";
import { useWords } from "../words.client.tsx";
import { Wording } from "./notice-wording.client.tsx";

type NoticeWordsProps = {
  settings: OutletSettings;
  onChange: (settings: OutletSettings) => void;
  problem: ActProblem | null;
};

/** How readers are told that a story changed, in the outlet's own words, one language at a time. */
export function NoticeWordsFields({ settings, onChange, problem }: NoticeWordsProps) {
  const t = useWords("admin");
  const languages = LANGUAGE_CODES.filter((code) => settings.languages.includes(code));
  const [chosen, setChosen] = useState<Language>(settings.defaultLanguage);
  const language = languages.includes(chosen) ? chosen : settings.defaultLanguage;
  return (
    <Panel title={t("notices.title")} lead={t("notices.lead", SLOTS)}>
      <div className="flex flex-col gap-6">
        <Select
          label={t("notices.language")}
          choices={languages.map((code) => ({ value: code, label: LANGUAGES[code].name }))}
          value={language}
          onChange={setChosen}
          fieldClassName="flex min-w-0 flex-col gap-1.5 sm:max-w-60"
        />
        {NOTICE_KINDS.map((kind) => (
          <Wording
            key={`${language}-${kind}`}
            {...{ settings, language, kind }}
            onChange={(wording) => onChange(withWording(settings, language, kind, wording))}
            errorOf={(field) => errorOf(problem, `settings.noticeWords.${language}.${kind}.${field}`)}
          />
        ))}
      </div>
    </Panel>
  );
}

/** Braces mean something to the message files, so the slots come in as values. */
const SLOTS = { when: "{when}", heading: "{heading}", note: "{note}" };

function withWording(
  settings: OutletSettings,
  language: Language,
  kind: NoticeKind,
  wording: NoticeWording,
): OutletSettings {
  const { noticeWords = {} } = settings;
  return {
    ...settings,
    noticeWords: { ...noticeWords, [language]: { ...noticeWords[language], [kind]: wording } },
  };
}
