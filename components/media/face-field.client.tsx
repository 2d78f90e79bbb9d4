"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Language } from "#domain/vocabulary.ts";
import { ProblemBanner } from "../auth/problem-banner.tsx";
import { type Act, useAct } from "../auth/use-act.ts";
import { Button } from "../ui/button.client.tsx";
import { Face } from "../ui/face.tsx";
import { Panel } from "../ui/page-header.tsx";
import { StatusLine } from "../ui/status-line.tsx";
import { useWords } from "../words.client.tsx";
import { faceSrc } from "./face-src.ts";
import { PicturePicker } from "./picture-picker.client.tsx";

type FaceFieldProps = {
  title: string;
  /** Who will see it. */
  lead: string;
  name: string;
  pictureId: string | null;
  language: Language;
  save: Act<{ pictureId: string | null }, unknown>;
};

/** The picture of one person, as it will be shown: square, in a circle. Chosen is saved. */
export function FaceField({ title, lead, name, pictureId, language, save }: FaceFieldProps) {
  const t = useWords("pictures");
  const router = useRouter();
  const { isActing, problem, perform } = useAct(t("faceNoAnswer"));
  const [shown, setShown] = useState(pictureId);
  const [isChoosing, setChoosing] = useState(false);
  const [isSaved, setSaved] = useState(false);

  async function choose(next: string | null) {
    setChoosing(false);
    setSaved(false);
    if ((await perform(() => save({ pictureId: next }))) === null) return;
    setShown(next);
    setSaved(true);
    router.refresh();
  }

  return (
    <Panel title={title} lead={lead}>
      <ProblemBanner sentence={problem?.message} />
      <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
        <Face src={faceSrc(shown, 320)} name={name} className="size-24 text-3xl" />
        <div className="flex min-w-0 flex-1 basis-48 flex-col items-start gap-2">
          <div className="flex flex-wrap gap-2">
            <Button isPending={isActing} onPress={() => setChoosing(true)}>
              {t(shown === null ? "faceChoose" : "faceChange")}
            </Button>
            {shown !== null && (
              <Button variant="quiet" isDisabled={isActing} onPress={() => void choose(null)}>
                {t("faceRemove")}
              </Button>
            )}
          </div>
          <StatusLine tone="good">{isSaved && t(shown === null ? "faceRemoved" : "faceSaved")}</StatusLine>
        </div>
      </div>
      {isChoosing && (
        <PicturePicker
          language={language}
          title={t("faceChoose")}
          onPick={([picked]) => void choose(picked?.use.pictureId ?? null)}
          onClose={() => setChoosing(false)}
        />
      )}
    </Panel>
  );
}
