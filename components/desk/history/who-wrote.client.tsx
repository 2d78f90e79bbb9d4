"use client";
import { useEffect, useState } from "react";
import type { ListedParagraphAuthors, ParagraphAuthors } from "#domain/history/paragraph-authors.ts";
import { LANGUAGES } from "#domain/vocabulary.ts";
import { Time } from "../../time.client.tsx";
import { StatusLine } from "../../ui/status-line.tsx";
import { useWords } from "../../words.client.tsx";
import { useStory } from "../story-context.ts";
import { ComparedPictures } from "./compared-pictures.client.tsx";

/** A version paragraph by paragraph, with the people whose words are in each: the last one first. */
export function WhoWrote({ revisionId }: { revisionId: string }) {
  const { desk, actions } = useStory();
  const t = useWords("desk");
  const [found, setFound] = useState<ListedParagraphAuthors | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const storyId = desk.story.id;
  useEffect(() => {
    let isWanted = true;
    void actions.listParagraphAuthors({ storyId, revisionId }).then((answer) => {
      if (!isWanted) return;
      if (answer.ok) setFound(answer.value);
      else setProblem(answer.problem.message);
    });
    return () => {
      isWanted = false;
    };
  }, [actions, storyId, revisionId]);
  if (problem) return <StatusLine tone="bad">{problem}</StatusLine>;
  if (!found) return <p className="text-ink-soft text-sm">{t("versions.loading")}</p>;
  const written = found.blocks.filter(({ text, pictureId }) => text.trim() !== "" || pictureId !== null);
  if (written.length === 0) return <p>{t("versions.unwritten")}</p>;
  return (
    <ol className="flex flex-col gap-4 rounded-xl border border-line bg-page px-4 py-3">
      {written.map((paragraph, at) => (
        <li key={paragraph.blockId || at} className="border-edge border-s-2 ps-3">
          <Names paragraph={paragraph} />
          <div
            lang={found.language}
            dir={LANGUAGES[found.language].direction}
            className="story-head whitespace-pre-line"
          >
            {paragraph.pictureId && (
              <ComparedPictures before={paragraph.pictureId} after={paragraph.pictureId} />
            )}
            {paragraph.text}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Names({ paragraph: { authors } }: { paragraph: ParagraphAuthors }) {
  const { timeZone } = useStory();
  const t = useWords("desk");
  const [last, ...earlier] = authors;
  if (!last) return <p className="text-ink-soft text-xs">{t("versions.nobody")}</p>;
  return (
    <p className="text-ink-soft text-xs">
      <b className="font-medium text-ink">
        <bdi>{last.name}</bdi>
      </b>{" "}
      <Time at={last.changedAt} timeZone={timeZone} />
      {earlier.map(({ personId, name }) => (
        <span key={personId}>
          {" · "}
          <bdi>{name}</bdi>
        </span>
      ))}
    </p>
  );
}
