"use client";
import { StatusLine } from "../ui/status-line.tsx";
import { useWords } from "../words.client.tsx";
import { OriginFields, ShownFields } from "./picture-fields.client.tsx";
import { useDeskPicture } from "./use-desk-picture.ts";

type UploadedPictureProps = { pictureId: string; onChanged?: () => void };

/** What should be said of a picture while it is still in front of one: whose it is, what it shows, who must not be known. */
export function UploadedPicture({ pictureId, onChanged }: UploadedPictureProps) {
  const t = useWords("pictures");
  const open = useDeskPicture(pictureId, onChanged);
  const { desk } = open;
  if (!desk) return <StatusLine tone={open.problem ? "bad" : "neutral"}>{open.problem}</StatusLine>;
  const fields = { picture: desk.picture, save: open.save, isReadOnly: !desk.may.change };
  return (
    <div className="mt-3 flex flex-col gap-4 border-line border-t pt-3">
      <OriginFields {...fields} />
      <ShownFields {...fields} />
      <div className="flex flex-wrap items-center justify-between gap-2">
        <StatusLine tone={open.problem ? "bad" : "good"}>
          {open.problem ??
            (open.saving === "saved" ? t("saved") : open.saving === "saving" ? t("saving") : "")}
        </StatusLine>
      </div>
    </div>
  );
}
