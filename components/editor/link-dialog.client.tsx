"use client";
import type { Editor } from "@tiptap/react";
import { type FormEvent, useState } from "react";
import { hrefFrom } from "#domain/document/links.ts";
import { Button } from "../ui/button.client.tsx";
import { Dialog, DialogActions } from "../ui/dialog.client.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useWords } from "../words.client.tsx";

/** Asks where the chosen words lead; without chosen words the address itself goes into the text. */
export function LinkDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const t = useWords("editor");
  const kit = useWords("kit");
  const before = String(editor.getAttributes("link").href ?? "");
  const [address, setAddress] = useState(before);
  const [error, setError] = useState<string | null>(null);

  function set(event: FormEvent) {
    event.preventDefault();
    const href = hrefFrom(address);
    if (href === null) {
      setError(t("linkRefused"));
      return;
    }
    const chain = editor.chain().focus().extendMarkRange("link");
    if (editor.state.selection.empty && before === "") {
      chain
        .insertContent({ type: "text", text: address.trim(), marks: [{ type: "link", attrs: { href } }] })
        .run();
    } else chain.setLink({ href }).run();
    onClose();
  }

  function remove() {
    editor.chain().focus().extendMarkRange("link").unsetLink().run();
    onClose();
  }

  return (
    <Dialog title={t("link")} isOpen onClose={onClose}>
      <form onSubmit={set} noValidate>
        <TextField
          label={t("linkAddress")}
          value={address}
          onChange={setAddress}
          error={error}
          dir="ltr"
          inputMode="url"
          autoComplete="off"
          autoFocus
        />
        <DialogActions>
          {before !== "" && (
            <Button variant="quiet" onPress={remove}>
              {t("linkRemove")}
            </Button>
          )}
          <Button onPress={onClose}>{kit("cancel")}</Button>
          <Button type="submit" variant="primary">
            {t("linkSet")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
