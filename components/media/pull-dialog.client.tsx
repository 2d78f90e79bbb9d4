"use client";
import { type FormEvent, useState } from "react";
import type { DeskPicture } from "#domain/pictures/find.ts";
import type { PictureLine } from "#domain/pictures/list.ts";
import { Button } from "../ui/button.client.tsx";
import { Dialog, DialogActions } from "../ui/dialog.client.tsx";
import { RadioGroup } from "../ui/radio-group.tsx";
import { StatusLine } from "../ui/status-line.tsx";
import { TextArea } from "../ui/text-field.tsx";
import { useInterfaceLanguage, useWords } from "../words.client.tsx";
import { PicturePicker } from "./picture-picker.client.tsx";
import { PictureThumb } from "./picture-thumb.client.tsx";
import type { OpenPicture } from "./use-desk-picture.ts";

type PullDialogProps = {
  desk: DeskPicture;
  open: OpenPicture;
  onPulled: () => void;
  onClose: () => void;
};

/** The question before a picture leaves every page: what shall stand there instead, and why. */
export function PullDialog({ desk, open, onPulled, onClose }: PullDialogProps) {
  const t = useWords("pictures");
  const kit = useWords("kit");
  const language = useInterfaceLanguage();
  const [how, setHow] = useState<"nothing" | "another">("nothing");
  const [instead, setInstead] = useState<PictureLine | null>(null);
  const [isChoosing, setChoosing] = useState(false);
  const [note, setNote] = useState("");
  const pull = async (event: FormEvent) => {
    event.preventDefault();
    if (await open.pull(how === "another" ? (instead?.id ?? null) : null, note)) onPulled();
  };
  const choose = (next: "nothing" | "another") => {
    setHow(next);
    if (next === "another" && instead === null) setChoosing(true);
  };
  return (
    <Dialog title={t("pullTitle")} isOpen onClose={onClose} isAlert>
      <form onSubmit={(event) => void pull(event)} className="flex flex-col gap-4">
        <p className="text-ink-soft text-sm">{t("pullHelp")}</p>
        <RadioGroup
          label={t("pullInstead")}
          value={how}
          onChange={choose}
          focusChosen
          choices={[
            { value: "nothing", label: t("pullNothing"), description: t("pullNothingHelp") },
            { value: "another", label: t("pullAnother"), description: t("pullAnotherHelp") },
          ]}
        />
        {how === "another" && (
          <div className="flex items-center gap-3">
            {instead && (
              <PictureThumb picture={instead} width={160} className="h-20 w-28 shrink-0 rounded-lg" />
            )}
            <Button onPress={() => setChoosing(true)}>{t(instead ? "chooseAnother" : "choose")}</Button>
          </div>
        )}
        <TextArea
          label={t("pullNote")}
          description={t("pullNoteHelp")}
          value={note}
          onChange={setNote}
          dir="auto"
        />
        {open.problem && <StatusLine tone="bad">{open.problem}</StatusLine>}
        <DialogActions>
          <Button onPress={onClose}>{kit("cancel")}</Button>
          <Button
            type="submit"
            variant="danger"
            isPending={open.saving === "saving"}
            isDisabled={how === "another" && instead === null}
          >
            {t("pull")}
          </Button>
        </DialogActions>
      </form>
      {isChoosing && (
        <PicturePicker
          language={language}
          without={desk.picture.id}
          onClose={() => setChoosing(false)}
          onPick={([picked]) => {
            setInstead(picked?.picture ?? null);
            setChoosing(false);
          }}
        />
      )}
    </Dialog>
  );
}
