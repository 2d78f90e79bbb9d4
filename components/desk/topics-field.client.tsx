"use client";
import { X } from "lucide-react";
import { ComboBox } from "../ui/combo-box.client.tsx";
import { useWords } from "../words.client.tsx";
import { useStory } from "./story-context.ts";

/** What the story is about. */
export function TopicsField() {
  const { desk, choices, fields, change, mayType, addWord } = useStory();
  const t = useWords("desk");
  const { topicIds } = fields;
  const chosen = topicIds.flatMap((id) => choices.topics.find((topic) => topic.id === id) ?? []);
  const taken = new Set(chosen.map(({ id, standsFor }) => standsFor ?? id));
  const free = choices.topics.filter(({ id, standsFor }) => !standsFor && !taken.has(id));
  const add = (id: string) => change({ topicIds: [...topicIds, id] });
  async function addNew(label: string) {
    const topic = await addWord("topic", label);
    if (topic) add(topic.id);
  }
  return (
    <div className="flex flex-col gap-1.5">
      {desk.may.write ? (
        <ComboBox
          label={t("topics")}
          placeholder={t("topicsAdd")}
          items={free}
          addLabel={(name) => t("addName", { name })}
          onPick={add}
          onAdd={(name) => void addNew(name)}
        />
      ) : (
        <p className="font-medium text-sm">{t("topics")}</p>
      )}
      <ul className="flex flex-wrap gap-1.5" aria-label={t("topics")}>
        {chosen.map((topic) => (
          <li key={topic.id}>
            <button
              type="button"
              disabled={!mayType}
              aria-label={t("takeOut", { name: topic.label })}
              onClick={() => change({ topicIds: topicIds.filter((id) => id !== topic.id) })}
              className="inline-flex min-h-11 cursor-pointer items-center gap-1.5 rounded-full bg-tint px-3 text-sm hover:bg-tint-strong disabled:cursor-default sm:pointer-fine:min-h-8"
            >
              <bdi>{topic.label}</bdi>
              {mayType && <X size={14} aria-hidden />}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
