"use client";
import { type FormEvent, useState } from "react";
import { LANGUAGES } from "#domain/vocabulary.ts";
import { Button } from "../ui/button.client.tsx";
import { Dialog, DialogActions } from "../ui/dialog.client.tsx";
import { StatusLine } from "../ui/status-line.tsx";
import { TextArea } from "../ui/text-field.tsx";
import { useWords } from "../words.client.tsx";
import { useStory } from "./story-context.ts";

type WithdrawDialogProps = {
  isPending: boolean;
  problem: string | null;
  onWithdraw: (note: string) => void;
  onClose: () => void;
};

/** Taking a story back is seen by every reader who has its address: it asks first. */
export function WithdrawDialog({ isPending, problem, onWithdraw, onClose }: WithdrawDialogProps) {
  const { desk } = useStory();
  const t = useWords("desk");
  const kit = useWords("kit");
  const [note, setNote] = useState("");
  const { language } = desk.story;
  const withdraw = (event: FormEvent) => {
    event.preventDefault();
    onWithdraw(note);
  };
  return (
    <Dialog title={t("withdrawTitle")} isOpen onClose={onClose} isAlert>
      <form onSubmit={withdraw}>
        <p className="pb-3 text-ink-soft text-sm">{t("withdrawHelp")}</p>
        <TextArea
          label={t("note")}
          description={t("noteOptional")}
          value={note}
          onChange={setNote}
          rows={2}
          lang={language}
          dir={LANGUAGES[language].direction}
          maxLength={2000}
        />
        {problem && (
          <div className="mt-3">
            <StatusLine tone="bad">{problem}</StatusLine>
          </div>
        )}
        <DialogActions>
          <Button onPress={onClose} autoFocus>
            {kit("cancel")}
          </Button>
          <Button type="submit" variant="danger" isPending={isPending}>
            {t("withdraw")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
