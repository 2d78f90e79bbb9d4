"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Language } from "#domain/vocabulary.ts";
import type { WordPage } from "#domain/words/get-word.ts";
import { ProblemBanner } from "../../auth/problem-banner.tsx";
import { useAct } from "../../auth/use-act.ts";
import { Button } from "../../ui/button.client.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { StatusLine } from "../../ui/status-line.tsx";
import { useWords } from "../../words.client.tsx";
import { Label } from "./label.tsx";
import { MergeDialog } from "./merge-dialog.client.tsx";
import { type PagedKind, roomPath, type WordActions } from "./word-actions.ts";

type WordMergeProps = { word: WordPage; kind: PagedKind; language: Language; actions: WordActions };

/** Makes one of two, and two again of one. */
export function WordMerge({ word, kind, language, actions }: WordMergeProps) {
  const t = useWords("words");
  const router = useRouter();
  const { isActing, problem, perform } = useAct(t("noAnswer"));
  const [isOpen, setOpen] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const nameOf = ({ labels, slug }: Pick<WordPage, "labels" | "slug">) =>
    labels[language] ?? Object.values(labels)[0] ?? slug;

  async function separate(wordId: string, name: string) {
    setDone(null);
    if ((await perform(() => actions.separate({ kind, wordId }))) !== null) {
      setDone(t("separated", { name }));
    }
    router.refresh();
  }

  return (
    <Panel title={t(`merge.${kind}`)} lead={t("mergeLead")}>
      <ProblemBanner sentence={problem?.message} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button onPress={() => setOpen(true)}>{t("mergeOpen")}</Button>
        <StatusLine tone="good">{done}</StatusLine>
      </div>
      {word.merged.length > 0 && (
        <>
          <h3 className="mt-5 font-medium text-sm">{t("standsFor")}</h3>
          <ul className="divide-y divide-line">
            {word.merged.map((other) => (
              <li key={other.wordId} className="flex flex-wrap items-center justify-between gap-2 py-1.5">
                <Label word={other} language={language} />
                <Button
                  size="small"
                  isDisabled={isActing}
                  aria-label={t("separateFor", { name: nameOf(other) })}
                  onPress={() => void separate(other.wordId, nameOf(other))}
                >
                  {t("separate")}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      {isOpen && (
        <MergeDialog
          {...{ kind, language, actions }}
          wordId={word.wordId}
          name={nameOf(word)}
          onClose={() => setOpen(false)}
          onMerged={(intoId) => router.push(roomPath(kind, intoId))}
        />
      )}
    </Panel>
  );
}
