"use client";
import type { Editor } from "@tiptap/react";
import { type FormEvent, useState } from "react";
import type { StoredDocument } from "#db/shapes.ts";
import { LANGUAGES, NOTE_REQUIRED, UPDATE_KINDS, type UpdateKind } from "#domain/vocabulary.ts";
import { Button } from "../ui/button.client.tsx";
import { Dialog, DialogActions } from "../ui/dialog.client.tsx";
import { RadioGroup } from "../ui/radio-group.tsx";
import { Select } from "../ui/select.tsx";
import { StatusLine } from "../ui/status-line.tsx";
import { TextArea } from "../ui/text-field.tsx";
import { useWords } from "../words.client.tsx";
import { useStory } from "./story-context.ts";
import { useAboutParagraph } from "./use-about-paragraph.ts";

/** What readers are told of an update. `blockId` null: the whole story. */
export type Telling = { kind: UpdateKind; note: string; blockId: string | null };

/** As many of a paragraph's letters as a phone's picker shows in a line or two. */
const FIRST_WORDS = 60;

type UpdateDialogProps = {
  editor: Editor | null;
  liveText: StoredDocument | null;
  isPending: boolean;
  problem: string | null;
  onPublish: (telling: Telling) => void;
  onClose: () => void;
};

/** What kind of change this is decides what readers are told. "Update" is chosen, so that Enter does it. */
export function UpdateDialog({
  editor,
  liveText,
  isPending,
  problem,
  onPublish,
  onClose,
}: UpdateDialogProps) {
  const { desk } = useStory();
  const t = useWords("desk");
  const kit = useWords("kit");
  const [kind, setKind] = useState<UpdateKind>("update");
  const [note, setNote] = useState("");
  const [isMissing, setMissing] = useState(false);
  const { paragraphs, about, choose } = useAboutParagraph(editor, liveText);
  const { language } = desk.story;
  const choices = paragraphs.map(({ id, number, text }) => ({
    value: id,
    label: `${number}. ${text.length > FIRST_WORDS ? `${text.slice(0, FIRST_WORDS).trimEnd().toWellFormed()}…` : text}`,
  }));

  function publish(event: FormEvent) {
    event.preventDefault();
    const lacksNote = NOTE_REQUIRED.includes(kind) && note.trim() === "";
    setMissing(lacksNote);
    if (lacksNote) return;
    const silent = kind === "minor";
    onPublish({ kind, note: silent ? "" : note, blockId: silent || about === "" ? null : about });
  }

  return (
    <Dialog title={t("publishUpdate")} isOpen onClose={onClose}>
      <form onSubmit={publish} noValidate>
        <RadioGroup
          label={t("updateKind")}
          labelIsHidden
          choices={UPDATE_KINDS.map((value) => ({
            value,
            label: t(`kind.${value}`),
            description: t(`kindHelp.${value}`),
          }))}
          value={kind}
          onChange={setKind}
          focusChosen
        />
        <TextArea
          label={t("note")}
          description={t(NOTE_REQUIRED.includes(kind) ? "noteRequired" : "noteOptional")}
          error={isMissing && note.trim() === "" ? t("noteMissing") : null}
          value={note}
          onChange={setNote}
          disabled={kind === "minor"}
          rows={2}
          lang={language}
          dir={LANGUAGES[language].direction}
          maxLength={2000}
          fieldClassName="mt-3 flex min-w-0 flex-col gap-1.5"
        />
        {choices.length > 0 && (
          <Select
            label={t("about")}
            description={t("aboutHelp")}
            choices={[{ value: "", label: t("aboutWhole") }, ...choices]}
            value={about}
            onChange={choose}
            disabled={kind === "minor"}
            dir="auto"
            fieldClassName="mt-3 flex min-w-0 flex-col gap-1.5"
          />
        )}
        {problem && (
          <div className="mt-3">
            <StatusLine tone="bad">{problem}</StatusLine>
          </div>
        )}
        <DialogActions>
          <Button onPress={onClose}>{kit("cancel")}</Button>
          <Button type="submit" variant="primary" isPending={isPending}>
            {t("publishUpdate")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
