"use client";
import { CircleAlert, CircleCheck, ImageIcon, Pause, Play, X } from "lucide-react";
import { type ReactNode, useState } from "react";
import { ProgressBar } from "react-aria-components/ProgressBar";
import { IconButton } from "../ui/icon-button.client.tsx";
import { useWords } from "../words.client.tsx";
import { sizeText } from "./bytes.ts";
import type { PictureUpload, Uploads } from "./use-uploads.ts";

type UploadLineProps = {
  upload: PictureUpload;
  uploads: Uploads;
  /** What can be done with it once it is a picture. */
  children?: ReactNode;
};

/** One file on its way: a look at it, how far it is, and in words what became of it. */
export function UploadLine({ upload, uploads, children }: UploadLineProps) {
  const t = useWords("pictures");
  const { key, file, state } = upload;
  const [canShow, setCanShow] = useState(true);
  const isUnderWay = state === "waiting" || state === "sending" || state === "paused" || state === "lost";
  return (
    <li className="rounded-xl border border-line bg-page p-3">
      <div className="flex items-center gap-3">
        <span className="flex size-16 shrink-0 items-center justify-center overflow-hidden rounded-lg bg-tint">
          {canShow ? (
            // biome-ignore lint/performance/noImgElement: a file of this machine
            <img
              src={upload.localSrc}
              alt=""
              onError={() => setCanShow(false)}
              className="size-full object-cover"
            />
          ) : (
            <ImageIcon size={22} aria-hidden className="text-ink-soft" />
          )}
        </span>
        <div className="min-w-0 flex-1">
          <p className="truncate font-medium text-sm">
            <bdi>{file.name}</bdi>
          </p>
          {isUnderWay && <Progress upload={upload} />}
          <UploadWords upload={upload} />
        </div>
        {state === "sending" && (
          <IconButton label={t("pause", { name: file.name })} onPress={() => uploads.pause(key)}>
            <Pause size={18} aria-hidden />
          </IconButton>
        )}
        {(state === "paused" || state === "lost") && (
          <IconButton label={t("resume", { name: file.name })} onPress={() => uploads.resume(key)}>
            <Play size={18} aria-hidden />
          </IconButton>
        )}
        {state !== "done" && (
          <IconButton label={t("takeOut", { name: file.name })} onPress={() => uploads.takeOut(key)}>
            <X size={18} aria-hidden />
          </IconButton>
        )}
      </div>
      {state === "done" && children}
    </li>
  );
}

function Progress({ upload: { file, sentBytes } }: { upload: PictureUpload }) {
  const t = useWords("pictures");
  return (
    <ProgressBar
      aria-label={t("progressOf", { name: file.name })}
      value={sentBytes}
      maxValue={Math.max(1, file.size)}
      className="my-1.5"
    >
      {({ percentage = 0 }) => (
        <div className="h-1.5 overflow-hidden rounded-full bg-tint-strong">
          <div
            className="h-full rounded-full bg-accent transition-[width]"
            style={{ width: `${percentage}%` }}
          />
        </div>
      )}
    </ProgressBar>
  );
}

function UploadWords({ upload }: { upload: PictureUpload }) {
  const t = useWords("pictures");
  const { file, state, sentBytes, sentence, isKnown } = upload;
  const soFar = t("soFar", { sent: sizeText(sentBytes), all: sizeText(file.size) });
  switch (state) {
    case "refused":
      return (
        <p role="alert" className="flex items-start gap-1.5 text-bad text-sm">
          <CircleAlert size={16} aria-hidden className="mt-0.5 shrink-0" />
          {sentence}
        </p>
      );
    case "done":
      return (
        <p role="status" className="flex items-center gap-1.5 text-good text-sm">
          <CircleCheck size={16} aria-hidden className="shrink-0" />
          {isKnown ? t("knownAlready") : t("added")}
        </p>
      );
    case "paused":
      return <p className="text-ink-soft text-sm">{t("paused", { soFar })}</p>;
    case "lost":
      return (
        <p role="status" className="text-care text-sm">
          {t("lost", { soFar })}
        </p>
      );
    default:
      return <p className="text-ink-soft text-sm tabular-nums">{soFar}</p>;
  }
}
