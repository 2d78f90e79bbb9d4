"use client";
import { useWords } from "../words.client.tsx";
import { useStory } from "./story-context.ts";

/** Where in the newspaper the story stands. On the page itself, because a story in a hurry needs it. */
export function SectionField() {
  const { choices, fields, change, mayType } = useStory();
  const t = useWords("desk");
  const isOpen = choices.sections.some((section) => section.id === fields.sectionId);
  return (
    <select
      aria-label={t("section")}
      data-room-place="sectionId"
      value={fields.sectionId}
      disabled={!mayType}
      onChange={(event) => change({ sectionId: event.currentTarget.value })}
      className="min-h-11 max-w-full cursor-pointer rounded-full border border-line bg-page ps-3 pe-2 font-medium text-accent text-sm hover:bg-tint sm:pointer-fine:min-h-9"
    >
      {!isOpen && <option value={fields.sectionId}>{t("sectionClosed")}</option>}
      {choices.sections.map((section) => (
        <option key={section.id} value={section.id}>
          {section.label}
        </option>
      ))}
    </select>
  );
}
