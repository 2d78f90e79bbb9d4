"use client";
import { Crop, ScanEye } from "lucide-react";
import { useState } from "react";
import { Button } from "../ui/button.client.tsx";
import { StatusLine } from "../ui/status-line.tsx";
import { useWords } from "../words.client.tsx";
import { type FieldsProps, OriginFields, ShownFields } from "./picture-fields.client.tsx";
import { EditPixels } from "./pixels/edit-pixels.client.tsx";
import type { Tool } from "./pixels/use-pixels.ts";
import { useDeskPicture } from "./use-desk-picture.ts";

type UploadedPictureProps = {
  pictureId: string;
  /** One of several: its fields open by a press. */
  isFolded?: boolean;
  onChanged?: () => void;
  /** What was typed is on its way; `isKept` comes true with the last of it. */
  onSaving?: (isKept: Promise<boolean>) => void;
};

/** What should be said of a picture while it is still in front of one: whose it is, what it shows, who must not be known. */
export function UploadedPicture({ pictureId, isFolded = false, onChanged, onSaving }: UploadedPictureProps) {
  const t = useWords("pictures");
  const open = useDeskPicture(pictureId, onChanged);
  const [isShut, setShut] = useState(isFolded);
  const [tool, setTool] = useState<Tool | null>(null);
  const { desk } = open;
  if (!desk) return <StatusLine tone={open.problem ? "bad" : "neutral"}>{open.problem}</StatusLine>;
  const { picture, may } = desk;
  const save: FieldsProps["save"] = (change) => {
    const isKept = open.save(change);
    onSaving?.(isKept);
    return isKept;
  };
  const fields = { picture, save, isReadOnly: !may.change };
  return (
    <div className="mt-3 flex flex-col gap-4 border-line border-t pt-3">
      {picture.state === "refused" && (
        <p role="alert" className="text-bad text-sm">
          {picture.trouble}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-2">
        {may.change && picture.state !== "refused" && (
          <>
            <Button size="small" onPress={() => setTool("blur")}>
              <ScanEye size={18} aria-hidden />
              {t("blur")}
            </Button>
            <Button size="small" onPress={() => setTool("focal")}>
              <Crop size={18} aria-hidden />
              {t("editPixels")}
            </Button>
          </>
        )}
        {isShut && (
          <Button size="small" variant="quiet" onPress={() => setShut(false)}>
            {t("describe")}
          </Button>
        )}
        <StatusLine tone={open.problem ? "bad" : "good"}>
          {open.problem ??
            (open.saving === "saved" ? t("saved") : open.saving === "saving" ? t("saving") : "")}
        </StatusLine>
      </div>
      {!isShut && (
        <div className="grid gap-4 sm:grid-cols-2">
          <div className="flex min-w-0 flex-col gap-4">
            <OriginFields {...fields} />
          </div>
          <div className="flex min-w-0 flex-col gap-4">
            <ShownFields {...fields} />
          </div>
        </div>
      )}
      {tool && <EditPixels desk={desk} open={open} first={tool} onClose={() => setTool(null)} />}
    </div>
  );
}
