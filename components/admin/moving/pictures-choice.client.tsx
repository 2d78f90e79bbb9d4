"use client";
import { useRouter } from "next/navigation";
import { FileTrigger } from "react-aria-components/FileTrigger";
import type { Choices } from "#domain/imports/input.ts";
import { ProblemBanner } from "../../auth/problem-banner.tsx";
import { Button } from "../../ui/button.client.tsx";
import { RadioGroup } from "../../ui/radio-group.tsx";
import { StatusLine } from "../../ui/status-line.tsx";
import { useWords } from "../../words.client.tsx";
import { ProgressBar } from "./progress-bar.tsx";
import { useArchiveUpload } from "./use-archive-upload.ts";

type PicturesChoiceProps = {
  importId: string;
  choices: Choices;
  change: (changed: Partial<Choices>) => void;
  hasZip: boolean;
};

/** An export names its pictures and doesn't hold them: where they are to come from. */
export function PicturesChoice({ importId, choices, change, hasZip }: PicturesChoiceProps) {
  const t = useWords("moving");
  const router = useRouter();
  const { share, trouble, send, cancel } = useArchiveUpload(t("noAnswer"), () => router.refresh());
  const kinds = ["site", "beside", "none"] as const;
  return (
    <div className="flex flex-col gap-4">
      <RadioGroup
        label={t("pictures.title")}
        labelIsHidden
        value={choices.pictures}
        onChange={(pictures) => change({ pictures })}
        choices={kinds.map((value) => ({
          value,
          label: t(`pictures.from.${value}`),
          description: t(`pictures.help.${value}`),
        }))}
      />
      {choices.pictures === "beside" && (
        <div className="flex flex-col gap-3">
          <ProblemBanner sentence={trouble} />
          {share === null ? (
            <FileTrigger
              acceptedFileTypes={[".zip"]}
              onSelect={(files) => files?.[0] && send(files[0], { beside: importId })}
            >
              <Button className="self-start">{hasZip ? t("pictures.otherZip") : t("pictures.zip")}</Button>
            </FileTrigger>
          ) : (
            <>
              <ProgressBar share={share} label={t("bring.sending")}>
                {t("bring.sending")}
              </ProgressBar>
              <Button size="small" className="self-start" onPress={cancel}>
                {t("bring.cancel")}
              </Button>
            </>
          )}
          <StatusLine tone="good">{hasZip && t("pictures.zipIsHere")}</StatusLine>
        </div>
      )}
    </div>
  );
}
