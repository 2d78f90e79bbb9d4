"use client";
import { useWords } from "../words.client.tsx";
import { TemplateDialog } from "../writing/template-dialog.client.tsx";
import { useStory } from "./story-context.ts";
import type { Moves } from "./use-moves.ts";

/** Makes a template of the story on the screen. */
export function TemplateOfStory({ moves }: { moves: Moves }) {
  const { desk, fields, choices, languages } = useStory();
  const t = useWords("writing");
  return (
    <TemplateDialog
      title={t("saveTemplate")}
      description={t("saveTemplateHelp")}
      terms={{ name: "", language: desk.story.language, sectionId: fields.sectionId }}
      sections={choices.sections}
      languages={languages}
      keep={moves.saveTemplate}
      onKept={() => moves.tell({ kind: "templateSaved" })}
      onClose={moves.close}
    />
  );
}
