"use client";
import { type FormEvent, useState } from "react";
import { HAND_CHANNELS, type HandChannel } from "#domain/vocabulary.ts";
import { errorOf } from "../../auth/use-act.ts";
import { Button } from "../../ui/button.client.tsx";
import { Dialog, DialogActions } from "../../ui/dialog.client.tsx";
import { Select } from "../../ui/select.tsx";
import { StatusLine } from "../../ui/status-line.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../words.client.tsx";
import { usePosts } from "./use-posts.ts";

type PostDialogProps = { channel?: HandChannel; onClose: () => void };

/** Writes down where the story was posted: nothing but the place is asked for. */
export function PostDialog({ channel: first = "telegram", onClose }: PostDialogProps) {
  const t = useWords("desk");
  const kit = useWords("kit");
  const { isActing, problem, add } = usePosts();
  const [channel, setChannel] = useState<HandChannel>(first);
  const [url, setUrl] = useState("");
  const [note, setNote] = useState("");
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await add({ channel, url, note })) onClose();
  };
  const aboutUrl = errorOf(problem, "url");
  return (
    <Dialog title={t("sharing.addPost")} isOpen onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        <p className="text-ink-soft text-sm">{t("sharing.addPostHelp")}</p>
        <Select
          label={t("sharing.where")}
          choices={HAND_CHANNELS.map((value) => ({ value, label: t(`sharing.channel.${value}`) }))}
          value={channel}
          onChange={setChannel}
        />
        <TextField
          label={t("sharing.link")}
          value={url}
          onChange={setUrl}
          type="url"
          dir="ltr"
          inputMode="url"
          maxLength={2000}
          error={aboutUrl}
        />
        <TextField
          label={t("sharing.postNote")}
          description={t("sharing.postNoteHelp")}
          value={note}
          onChange={setNote}
          dir="auto"
          maxLength={300}
        />
        {problem && !aboutUrl && <StatusLine tone="bad">{problem.message}</StatusLine>}
        <DialogActions>
          <Button onPress={onClose}>{kit("cancel")}</Button>
          <Button type="submit" variant="primary" isPending={isActing}>
            {t("sharing.add")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
