"use client";
import { type FormEvent, useState } from "react";
import { PICTURE_RIGHTS, type PictureRights } from "#domain/vocabulary.ts";
import { Button } from "../ui/button.client.tsx";
import { Dialog, DialogActions } from "../ui/dialog.client.tsx";
import { Select } from "../ui/select.tsx";
import { StatusLine } from "../ui/status-line.tsx";
import { TextArea, TextField } from "../ui/text-field.tsx";
import { useWords } from "../words.client.tsx";
import { endOf } from "./last-day.ts";
import { usePictureActions } from "./pictures.client.tsx";
import { TagsField } from "./tags-field.client.tsx";

type BulkDialogProps = {
  pictureIds: readonly string[];
  timeZone: string;
  knownPeople: readonly string[];
  onDone: () => void;
  onClose: () => void;
};

const EMPTY = { credit: "", author: "", source: "", rightsNote: "", place: "", instructions: "", proof: "" };
type Texts = typeof EMPTY;
const SHORT = ["credit", "author", "source", "place"] as const;
const LONG = ["instructions", "proof"] as const;

/** The same for several pictures at once. What is left empty here stays with each as it is. */
export function BulkDialog({ pictureIds, timeZone, knownPeople, onDone, onClose }: BulkDialogProps) {
  const t = useWords("pictures");
  const kit = useWords("kit");
  const { changeMany } = usePictureActions();
  const [texts, setTexts] = useState<Texts>(EMPTY);
  const [rights, setRights] = useState<PictureRights | "">("");
  const [lastDay, setLastDay] = useState("");
  const [people, setPeople] = useState<string[]>([]);
  const [keywords, setKeywords] = useState<string[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  const said = Object.entries(texts).filter(([, text]) => text.trim() !== "");
  const isEmpty = said.length + people.length + keywords.length === 0 && rights === "" && lastDay === "";
  const change = async (event: FormEvent) => {
    event.preventDefault();
    setPending(true);
    const fields = {
      ...Object.fromEntries(said),
      ...(rights !== "" && { rights }),
      ...(lastDay !== "" && { validUntil: endOf(lastDay, timeZone) }),
    };
    const answer = await changeMany({
      pictureIds: [...pictureIds],
      fields,
      addPeople: people,
      addKeywords: keywords,
    });
    setPending(false);
    if (answer.ok) onDone();
    else setProblem(answer.problem.message);
  };
  const field = (name: keyof Texts) => ({
    label: t(name),
    value: texts[name],
    dir: "auto" as const,
    onChange: (text: string) => setTexts((now) => ({ ...now, [name]: text })),
  });
  return (
    <Dialog title={t("bulkTitle", { count: pictureIds.length })} isOpen onClose={onClose}>
      <form onSubmit={(event) => void change(event)} className="flex flex-col gap-4">
        <p className="text-ink-soft text-sm">{t("bulkHelp")}</p>
        <Select
          label={t("rights")}
          value={rights}
          onChange={setRights}
          choices={[
            { value: "", label: t("asItIs") },
            ...PICTURE_RIGHTS.map((value) => ({ value, label: t(`rightsOf.${value}`) })),
          ]}
        />
        <TextField {...field("rightsNote")} />
        <TextField label={t("validUntil")} type="date" value={lastDay} onChange={setLastDay} />
        {SHORT.map((name) => (
          <TextField key={name} {...field(name)} />
        ))}
        {LONG.map((name) => (
          <TextArea key={name} rows={2} {...field(name)} />
        ))}
        <TagsField
          label={t("addPeople")}
          placeholder={t("peopleAdd")}
          tags={people}
          known={knownPeople}
          isReadOnly={false}
          onChange={setPeople}
        />
        <TagsField
          label={t("addKeywords")}
          placeholder={t("keywordsAdd")}
          tags={keywords}
          isReadOnly={false}
          onChange={setKeywords}
        />
        {problem && <StatusLine tone="bad">{problem}</StatusLine>}
        <DialogActions>
          <Button onPress={onClose}>{kit("cancel")}</Button>
          <Button type="submit" variant="primary" isPending={isPending} isDisabled={isEmpty}>
            {t("bulkChange", { count: pictureIds.length })}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
