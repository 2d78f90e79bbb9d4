"use client";
import { LANGUAGES } from "#domain/vocabulary.ts";
import { TextArea } from "../ui/text-field.tsx";
import { useWords } from "../words.client.tsx";
import { useStory } from "./story-context.ts";

/** What a shared link says; empty, it says the headline. */
export function ShareField() {
  const { desk, fields, change, mayType } = useStory();
  const t = useWords("desk");
  const { language } = desk.story;
  return (
    <TextArea
      label={t("shareText")}
      description={t("shareTextHelp")}
      value={fields.shareText}
      placeholder={fields.headline}
      maxLength={300}
      rows={2}
      readOnly={!mayType}
      lang={language}
      dir={LANGUAGES[language].direction}
      onChange={(text) => change({ shareText: text.replace(/\s*\n\s*/g, " ") })}
    />
  );
}
