"use client";
import { CircleAlert, CircleCheck, CircleHelp, LoaderCircle, RefreshCw } from "lucide-react";
import { LANGUAGES } from "#domain/vocabulary.ts";
import { Button } from "../ui/button.client.tsx";
import { cx } from "../ui/cx.ts";
import { Dialog } from "../ui/dialog.client.tsx";
import { IconButton } from "../ui/icon-button.client.tsx";
import { StatusLine } from "../ui/status-line.tsx";
import { useWords } from "../words.client.tsx";
import { type LookedLine, type Seen, useSurfaces } from "./use-surfaces.ts";

/** What became of a pulled picture, on every surface where readers could have met it. */
export function PullSheet({ pictureId, onClose }: { pictureId: string; onClose: () => void }) {
  const t = useWords("pictures");
  const { lines, problem, look } = useSurfaces(pictureId);
  const count = (seen: Seen) => (lines ?? []).filter((line) => line.seen === seen).length;
  const [still, unanswered, looking] = [count("still"), count("unanswered"), count("looking")];
  const open = (lines ?? []).filter(({ seen }) => seen === "still" || seen === "unanswered");
  const all = lines?.length ?? 0;
  return (
    <Dialog title={t("pullSheet")} isOpen onClose={onClose} size="page">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div
          className={cx("font-semibold text-lg", looking === 0 && still + unanswered === 0 && "text-good")}
        >
          <p role="status" aria-label={t("pullResult")}>
            {lines === null || looking > 0
              ? t("lookedAt", { done: all - looking, all })
              : t("surfacesLeft", { count: still, all })}
          </p>
          {looking === 0 && unanswered > 0 && (
            <p className="font-normal text-care text-sm">{t("surfacesUnanswered", { count: unanswered })}</p>
          )}
        </div>
        {looking === 0 && all > 0 && (
          <Button onPress={() => void look((open.length > 0 ? open : (lines ?? [])).map(({ id }) => id))}>
            <RefreshCw size={18} aria-hidden />
            {t(open.length > 0 ? "lookAgainOpen" : "lookAgainAll")}
          </Button>
        )}
      </div>
      {problem && <StatusLine tone="bad">{problem}</StatusLine>}
      {lines?.length === 0 && <p className="py-6 text-ink-soft">{t("stoodNowhere")}</p>}
      <ul aria-label={t("surfaces")} className="mt-4 divide-y divide-line rounded-xl border border-line">
        {gravestFirst(lines ?? []).map((line) => (
          <Line key={line.id} line={line} onLook={() => void look([line.id])} />
        ))}
      </ul>
    </Dialog>
  );
}

const ORDER: readonly Seen[] = ["still", "unanswered", "looking", "gone"];

function gravestFirst(lines: readonly LookedLine[]): LookedLine[] {
  return lines.toSorted((a, b) => ORDER.indexOf(a.seen) - ORDER.indexOf(b.seen));
}

const MARKS: Record<Seen, { Icon: typeof CircleCheck; className: string }> = {
  gone: { Icon: CircleCheck, className: "text-good" },
  still: { Icon: CircleAlert, className: "text-bad" },
  unanswered: { Icon: CircleHelp, className: "text-care" },
  looking: { Icon: LoaderCircle, className: "text-ink-soft motion-safe:animate-spin" },
};

/** Of lines that are no one story's. */
const NAMES: Partial<Record<LookedLine["surface"], "everyStory" | "besideStories">> = {
  sitemaps: "everyStory",
  lists: "besideStories",
};

function Line({ line, onLook }: { line: LookedLine; onLook: () => void }) {
  const t = useWords("pictures");
  const { Icon, className } = MARKS[line.seen];
  const name = line.headline || t(NAMES[line.surface] ?? "everyFile");
  return (
    <li className="flex items-start gap-3 px-3 py-2.5 text-sm">
      <Icon size={18} aria-hidden className={cx("mt-0.5 shrink-0", className)} />
      <div className="min-w-0 flex-1">
        <p>
          <bdi
            className="font-medium"
            lang={line.language ?? undefined}
            dir={line.language ? LANGUAGES[line.language].direction : undefined}
          >
            {name}
          </bdi>
        </p>
        <p className="flex flex-wrap gap-x-2 text-ink-soft">
          <span>{t(`surfaceOf.${line.surface}`)}</span>
          {line.language && <bdi>{LANGUAGES[line.language].name}</bdi>}
          <span className={className.replace("motion-safe:animate-spin", "")}>{t(`seen.${line.seen}`)}</span>
        </p>
        {line.where.map((path) => (
          <p key={path} className="break-all font-mono text-xs">
            <bdi dir="ltr">{path}</bdi>
          </p>
        ))}
      </div>
      {(line.seen === "still" || line.seen === "unanswered") && (
        <IconButton label={t("lookAgain", { name })} onPress={onLook}>
          <RefreshCw size={18} aria-hidden />
        </IconButton>
      )}
    </li>
  );
}
