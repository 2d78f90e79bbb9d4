"use client";
import { Button } from "../ui/button.client.tsx";
import { Dialog, DialogActions } from "../ui/dialog.client.tsx";
import { useWords } from "../words.client.tsx";

type SuspendDialogProps = { name: string; onSuspend: () => void; onClose: () => void };

/** Asks once before somebody is shut out. */
export function SuspendDialog({ name, onSuspend, onClose }: SuspendDialogProps) {
  const t = useWords("admin");
  const kit = useWords("kit");
  return (
    <Dialog title={t("suspendDialog.title", { name })} isOpen isAlert onClose={onClose}>
      <p>{t("suspendDialog.lead")}</p>
      <DialogActions>
        <Button onPress={onClose} autoFocus>
          {kit("cancel")}
        </Button>
        <Button variant="danger" onPress={onSuspend}>
          {t("people.suspend")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
