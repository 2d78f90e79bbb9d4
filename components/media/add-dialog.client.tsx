"use client";
import { Button } from "../ui/button.client.tsx";
import { Dialog, DialogFoot } from "../ui/dialog.client.tsx";
import { useWords } from "../words.client.tsx";
import { FileButtons } from "./file-buttons.client.tsx";
import { UploadLine } from "./upload-line.client.tsx";
import { UploadedPicture } from "./uploaded-picture.client.tsx";
import type { Uploads } from "./use-uploads.ts";

type AddDialogProps = { uploads: Uploads; onChanged: () => void; onClose: () => void };

/** Files on their way, and what should be said of each as soon as it is a picture. Closing it stops nothing. */
export function AddDialog({ uploads, onChanged, onClose }: AddDialogProps) {
  const t = useWords("pictures");
  const all = uploads.uploads;
  const under = all.filter(({ state }) => state !== "done" && state !== "refused").length;
  const isAlone = all.length === 1;
  return (
    <Dialog title={t("addTitle")} isOpen onClose={onClose} size="page">
      <p role="status" className="text-ink-soft text-sm">
        {under > 0 ? t("underWay", { count: under }) : t("allSent")}
      </p>
      <ul aria-label={t("uploads")} className="mt-3 flex flex-col gap-3">
        {all.map((upload) => (
          <UploadLine key={upload.key} upload={upload} uploads={uploads}>
            {upload.pictureId && (
              <UploadedPicture pictureId={upload.pictureId} isFolded={!isAlone} onChanged={onChanged} />
            )}
          </UploadLine>
        ))}
      </ul>
      <DialogFoot>
        <FileButtons onFiles={uploads.add} />
        <Button variant="primary" onPress={onClose}>
          {t("done")}
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
