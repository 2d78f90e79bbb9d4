"use client";
import { type FormEvent, useState } from "react";
import { Button } from "../../ui/button.client.tsx";
import { Dialog, DialogActions } from "../../ui/dialog.client.tsx";
import { RadioGroup } from "../../ui/radio-group.tsx";
import { StatusLine } from "../../ui/status-line.tsx";
import { useWords } from "../../words.client.tsx";

const KINDS = ["update", "minor"] as const;

type PageUpdateDialogProps = {
  isPending: boolean;
  problem: string | null;
  onPublish: (kind: (typeof KINDS)[number]) => void;
  onClose: () => void;
};

/** A page prints no notices: whether its date moves is all that there is to say. */
export function PageUpdateDialog({ isPending, problem, onPublish, onClose }: PageUpdateDialogProps) {
  const t = useWords("desk");
  const pages = useWords("pages");
  const kit = useWords("kit");
  const [kind, setKind] = useState<(typeof KINDS)[number]>("update");
  const publish = (event: FormEvent) => {
    event.preventDefault();
    onPublish(kind);
  };
  return (
    <Dialog title={t("publishUpdate")} isOpen onClose={onClose}>
      <form onSubmit={publish}>
        <RadioGroup
          label={t("updateKind")}
          labelIsHidden
          choices={KINDS.map((value) => ({
            value,
            label: t(`kind.${value}`),
            description: pages(`kindHelp.${value}`),
          }))}
          value={kind}
          onChange={setKind}
          focusChosen
        />
        {problem && <StatusLine tone="bad">{problem}</StatusLine>}
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
