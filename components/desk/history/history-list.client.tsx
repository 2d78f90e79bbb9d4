"use client";
import { ChevronDown } from "lucide-react";
import { useEffect, useState } from "react";
import type { HistoryLine } from "#domain/history/list-history.ts";
import type { RevisionLine } from "#domain/stories/revisions.ts";
import { useClock } from "../../time.client.tsx";
import { Badge } from "../../ui/badge.tsx";
import { cx } from "../../ui/cx.ts";
import { useWords } from "../../words.client.tsx";
import { useStory } from "../story-context.ts";
import { useVersionWords } from "./use-version-words.ts";

type HistoryListProps = {
  lines: readonly HistoryLine[];
  lookedId: string | null;
  onLook: (revisionId: string, beforeId: string | null) => void;
};

/** A story's history by the stretches of writing, under the days on which they were. */
export function HistoryList({ lines, lookedId, onLook }: HistoryListProps) {
  const { timeZone } = useStory();
  const clock = useClock(timeZone);
  const days = Map.groupBy(lines, ({ endedAt }) => clock.day(endedAt));
  return [...days].map(([day, some]) => (
    <section key={day} className="pb-3">
      <h3 className="px-3 pb-1 font-semibold text-ink-soft text-xs">
        {some[0] && clock.dayTitle(some[0].endedAt)}
      </h3>
      <ol>
        {some.map((line) => (
          <Line key={line.revisionId} {...{ line, lookedId, onLook }} />
        ))}
      </ol>
    </section>
  ));
}

type LineProps = Pick<HistoryListProps, "lookedId" | "onLook"> & { line: HistoryLine };

function Line({ line, lookedId, onLook }: LineProps) {
  const t = useWords("desk");
  const words = useVersionWords();
  const [areStepsOpen, openSteps] = useState(false);
  const { marks } = line;
  const standsOut = marks.some(
    ({ name, sent, isApproved }) => name !== null || sent.length > 0 || isApproved,
  );
  return (
    <li className={cx("border-s-2", standsOut ? "border-accent" : "border-transparent")}>
      <button
        type="button"
        aria-pressed={lookedId === line.revisionId}
        onClick={() => onLook(line.revisionId, line.beforeId)}
        className="flex min-h-11 w-full cursor-pointer flex-col gap-0.5 rounded-field px-3 py-2 text-start text-sm hover:bg-tint aria-pressed:bg-accent-tint"
      >
        {marks.map(({ revisionId, name }) => name !== null && <b key={revisionId}>{name}</b>)}
        <bdi className={cx(!marks.some(({ name }) => name !== null) && "font-medium")}>{words.who(line)}</bdi>
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-soft">
          {words.range(line)} <Counts line={line} />
        </span>
        <Badges line={line} />
      </button>
      {line.steps > 1 && (
        <button
          type="button"
          aria-expanded={areStepsOpen}
          onClick={() => openSteps(!areStepsOpen)}
          className="ms-3 inline-flex min-h-11 cursor-pointer items-center gap-1 rounded-field px-1 text-ink-soft text-xs hover:bg-tint sm:pointer-fine:min-h-7"
        >
          <ChevronDown size={14} aria-hidden className={cx(!areStepsOpen && "-rotate-90 rtl:rotate-90")} />
          {t("versions.steps", { count: line.steps })}
          <span className="sr-only">
            {" "}
            {t("versions.stepsOf", { who: words.who(line), time: words.range(line) })}
          </span>
        </button>
      )}
      {areStepsOpen && <Steps {...{ line, lookedId, onLook }} />}
    </li>
  );
}

/** "+212 −40", without what is nothing; read aloud it stands beside it in words. */
export function WordCounts({ wordsIn, wordsOut }: Pick<HistoryLine, "wordsIn" | "wordsOut">) {
  return (
    <bdi aria-hidden dir="ltr" className="tabular-nums">
      {wordsIn > 0 && <span className="text-good">+{wordsIn}</span>}
      {wordsIn > 0 && wordsOut > 0 && " "}
      {wordsOut > 0 && <span className="text-bad">−{wordsOut}</span>}
    </bdi>
  );
}

/** "+212 −40 words"; where no word changed, which fields did. */
function Counts({ line: { wordsIn, wordsOut, fields } }: { line: HistoryLine }) {
  const t = useWords("desk");
  if (wordsIn + wordsOut === 0) {
    const said = fields.map((name) => t(`field.${name as "headline"}`)).join(", ");
    return <span>{said === "" ? t("versions.noWords") : t("versions.fieldsOnly", { fields: said })}</span>;
  }
  return (
    <span>
      <span className="sr-only">{t("versions.counts", { wordsIn, wordsOut })}</span>
      <WordCounts {...{ wordsIn, wordsOut }} />{" "}
      <span aria-hidden>{t("versions.short", { wordsOut: Math.max(wordsIn, wordsOut) })}</span>
    </span>
  );
}

function Badges({ line: { kind, marks, isHead } }: { line: HistoryLine }) {
  const t = useWords("desk");
  const sent = marks.flatMap((mark) => mark.sent);
  return (
    <span className="flex flex-wrap gap-1 empty:hidden">
      {isHead && <Badge>{t("versions.newestBadge")}</Badge>}
      {sent.map((number) => (
        <Badge key={number} tone="good">
          {t("historySent", { number: String(number) })}
        </Badge>
      ))}
      {marks.some(({ isApproved }) => isApproved) && <Badge tone="accent">{t("versions.approved")}</Badge>}
      {marks.some(({ isSubmitted }) => isSubmitted) && <Badge>{t("versions.submitted")}</Badge>}
      {kind !== "save" && <Badge tone={kind === "aside" ? "care" : "neutral"}>{t(`revision.${kind}`)}</Badge>}
    </span>
  );
}

/** What was saved within a stretch, as far as it is kept. */
function Steps({ line, lookedId, onLook }: LineProps) {
  const { desk, actions, timeZone } = useStory();
  const t = useWords("desk");
  const clock = useClock(timeZone);
  const [steps, setSteps] = useState<RevisionLine[] | null>(null);
  const storyId = desk.story.id;
  const [after, before] = [line.firstSeq - 1, line.seq + 1];
  useEffect(() => {
    let isWanted = true;
    void actions.listRevisions({ storyId, after, before, limit: 200 }).then((answer) => {
      if (isWanted) setSteps(answer.ok ? answer.value.filter(({ kind }) => kind !== "aside") : []);
    });
    return () => {
      isWanted = false;
    };
  }, [actions, storyId, after, before]);
  if (!steps) return <p className="px-3 text-ink-soft text-xs">{t("versions.loading")}</p>;
  return (
    <ol className="ms-3 border-line border-s">
      {steps.map((step, at) => (
        <li key={step.id}>
          <button
            type="button"
            aria-pressed={lookedId === step.id}
            onClick={() => onLook(step.id, steps[at + 1]?.id ?? line.beforeId)}
            className="flex min-h-11 w-full cursor-pointer flex-wrap items-center gap-x-2 rounded-field px-3 py-1 text-start text-sm hover:bg-tint aria-pressed:bg-accent-tint sm:pointer-fine:min-h-8"
          >
            {clock.time(step.savedAt)}
            <span className="text-ink-soft">
              <bdi>{step.authorName ?? t("machine")}</bdi> · {t("words", { count: step.words })}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
