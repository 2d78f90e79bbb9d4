"use client";
import { ChevronUp, X } from "lucide-react";
import { BYLINE_ROLES, type BylineRole } from "#domain/vocabulary.ts";
import { ComboBox } from "../ui/combo-box.client.tsx";
import { IconButton } from "../ui/icon-button.client.tsx";
import { useWords } from "../words.client.tsx";
import { useStory } from "./story-context.ts";

/** Who signs the story, in order, and what each did. Somebody new is added where they are missed. */
export function BylineField() {
  const { desk, choices, fields, change, mayType, addWord } = useStory();
  const t = useWords("desk");
  const { byline } = fields;
  const nameOf = (id: string) =>
    choices.contributors.find((person) => person.id === id)?.label ?? t("unknownName");
  const free = choices.contributors.filter(
    ({ id, standsFor }) => !standsFor && !byline.some((entry) => entry.contributorId === id),
  );

  const add = (contributorId: string) => change({ byline: [...byline, { contributorId, role: "writing" }] });
  async function addNew(label: string) {
    const person = await addWord("contributor", label);
    if (person) add(person.id);
  }
  const moveUp = (at: number) => {
    const [before, entry] = [byline[at - 1], byline[at]];
    if (before && entry) change({ byline: byline.with(at - 1, entry).with(at, before) });
  };

  return (
    <div className="flex flex-col gap-1.5">
      {desk.may.write ? (
        <ComboBox
          label={t("byline")}
          placeholder={t("bylineAdd")}
          items={free}
          addLabel={(name) => t("addName", { name })}
          onPick={add}
          onAdd={(name) => void addNew(name)}
        />
      ) : (
        <p className="font-medium text-sm">{t("byline")}</p>
      )}
      <ol className="flex flex-col" aria-label={t("byline")}>
        {byline.map((entry, at) => (
          <li key={entry.contributorId} className="flex items-center gap-1">
            <span className="min-w-0 flex-1 truncate text-sm">
              <bdi>{nameOf(entry.contributorId)}</bdi>
            </span>
            <select
              aria-label={t("roleOf", { name: nameOf(entry.contributorId) })}
              value={entry.role}
              disabled={!mayType}
              onChange={(event) => {
                const role: BylineRole =
                  BYLINE_ROLES.find((one) => one === event.currentTarget.value) ?? "writing";
                change({ byline: byline.with(at, { ...entry, role }) });
              }}
              className="min-h-11 cursor-pointer rounded-field bg-transparent px-1 text-sm hover:bg-tint sm:pointer-fine:min-h-9"
            >
              {BYLINE_ROLES.map((role) => (
                <option key={role} value={role}>
                  {t(`role.${role}`)}
                </option>
              ))}
            </select>
            {mayType && (
              <>
                <IconButton
                  label={t("moveUp", { name: nameOf(entry.contributorId) })}
                  isDisabled={at === 0}
                  onPress={() => moveUp(at)}
                >
                  <ChevronUp size={16} aria-hidden />
                </IconButton>
                <IconButton
                  label={t("takeOut", { name: nameOf(entry.contributorId) })}
                  onPress={() => change({ byline: byline.toSpliced(at, 1) })}
                >
                  <X size={16} aria-hidden />
                </IconButton>
              </>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
