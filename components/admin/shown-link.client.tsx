"use client";
import { useState } from "react";
import { Button } from "../ui/button.client.tsx";
import { Dialog, DialogActions } from "../ui/dialog.client.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useWords } from "../words.client.tsx";

type ShownLinkProps = { title: string; lead: string; link: string; onClose: () => void };

/** A one-time link, the only time that it can be seen: to copy, or to read out. */
export function ShownLink({ title, lead, link, onClose }: ShownLinkProps) {
  const t = useWords("admin");
  const [isCopied, setIsCopied] = useState(false);
  return (
    <Dialog title={title} isOpen onClose={onClose} isAlert>
      <p className="mb-4 text-ink-soft">{lead}</p>
      <TextField
        label={t("link.field")}
        value={link}
        readOnly
        dir="ltr"
        onFocus={(event) => event.currentTarget.select()}
      />
      <DialogActions>
        <Button onPress={onClose}>{t("link.done")}</Button>
        <Button
          variant="primary"
          autoFocus
          onPress={() => void navigator.clipboard?.writeText(link).then(() => setIsCopied(true))}
        >
          {isCopied ? t("link.copied") : t("link.copy")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
