"use client";
import { type ReactNode, useEffect, useState } from "react";
import type { ComparedBlock } from "#domain/document/compare.ts";
import type { ChangedField } from "#domain/history/compare-fields.ts";
import type { ComparedVersions } from "#domain/history/compare-versions.ts";
import type { Language } from "#domain/vocabulary.ts";
import { StatusLine } from "../../ui/status-line.tsx";
import { useWords } from "../../words.client.tsx";
import { useStory } from "../story-context.ts";
import { ComparedBlocks } from "./compared.client.tsx";
import { ComparedFields } from "./compared-fields.client.tsx";

type ComparisonProps = {
  fromId: string;
  toId: string;
  /** What is said when nothing is different. */
  nothing: string;
};

/** Two versions, word by word and field by field. */
export function Comparison({ fromId, toId, nothing }: ComparisonProps) {
  const { desk, actions } = useStory();
  const t = useWords("desk");
  const [found, setFound] = useState<ComparedVersions | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const storyId = desk.story.id;
  useEffect(() => {
    let isWanted = true;
    void actions.compareVersions({ storyId, fromId, toId }).then((answer) => {
      if (!isWanted) return;
      setProblem(answer.ok ? null : answer.problem.message);
      if (answer.ok) setFound(answer.value);
    });
    return () => {
      isWanted = false;
    };
  }, [actions, storyId, fromId, toId]);
  if (problem) return <StatusLine tone="bad">{problem}</StatusLine>;
  if (!found) return <p className="text-ink-soft text-sm">{t("versions.loading")}</p>;
  const isSame = found.fields.length === 0 && found.blocks.every(isUntouched);
  return isSame ? <p role="status">{nothing}</p> : <ComparedText {...found} />;
}

const isUntouched = ({ how, moved }: ComparedBlock) => how === "same" && moved === null;

type ComparedTextProps = {
  language: Language;
  fields: readonly ChangedField[];
  blocks: readonly ComparedBlock[];
};

export function ComparedText({ language, fields, blocks }: ComparedTextProps) {
  const t = useWords("desk");
  return (
    <div className="flex flex-col gap-5">
      {fields.length > 0 && (
        <Part title={t("changes.fields")}>
          <ComparedFields fields={fields} language={language} />
        </Part>
      )}
      {!blocks.every(isUntouched) && (
        <Part title={t("changes.text")}>
          <ComparedBlocks blocks={blocks} language={language} />
        </Part>
      )}
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="mb-2 font-semibold text-sm">{title}</h3>
      {children}
    </section>
  );
}
