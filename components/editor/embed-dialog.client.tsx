"use client";
import type { Editor } from "@tiptap/react";
import { type FormEvent, useState } from "react";
import { isEmbedUrl, providerOf } from "#domain/document/blocks/embeds.ts";
import { hrefFrom } from "#domain/document/links.ts";
import { Button } from "../ui/button.client.tsx";
import { Dialog, DialogActions } from "../ui/dialog.client.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useWords } from "../words.client.tsx";
import { place } from "./blocks/body-tools.ts";

/** Asks for the address of something elsewhere; readers get a card that leads to it. */
export function EmbedDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const t = useWords("editor");
  const kit = useWords("kit");
  const [address, setAddress] = useState("");
  const [error, setError] = useState<string | null>(null);

  function put(event: FormEvent) {
    event.preventDefault();
    const url = hrefFrom(address);
    if (!isEmbedUrl(url)) {
      setError(t("embedRefused"));
      return;
    }
    onClose();
    place(editor, { type: "embed", attrs: { provider: providerOf(url), url } });
  }

  return (
    <Dialog title={t("embed")} isOpen onClose={onClose}>
      <form onSubmit={put} noValidate>
        <TextField
          label={t("embedAddress")}
          description={t("embedHelp")}
          value={address}
          onChange={setAddress}
          error={error}
          dir="ltr"
          inputMode="url"
          autoComplete="off"
          autoFocus
        />
        <DialogActions>
          <Button onPress={onClose}>{kit("cancel")}</Button>
          <Button type="submit" variant="primary">
            {t("embedSet")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
