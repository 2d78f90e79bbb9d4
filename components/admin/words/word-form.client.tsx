"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import type { Language } from "#domain/vocabulary.ts";
import type { WordPage } from "#domain/words/get-word.ts";
import { ProblemBanner } from "../../auth/problem-banner.tsx";
import { errorOf, useAct } from "../../auth/use-act.ts";
import { Button } from "../../ui/button.client.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { StatusLine } from "../../ui/status-line.tsx";
import { useWords } from "../../words.client.tsx";
import { LabelFields } from "../label-fields.client.tsx";
import type { Texts, WordActions } from "./word-actions.ts";

type WordFormProps = { word: WordPage; languages: readonly Language[]; change: WordActions["change"] };

/** How a word is called, and what readers are told about it, in each language side by side. */
export function WordForm({ word, languages, change }: WordFormProps) {
  const t = useWords("words");
  const router = useRouter();
  const { kind, wordId } = word;
  const { isActing, problem, perform } = useAct(t("noAnswer"));
  const [seen, setSeen] = useState<Texts>({ labels: word.labels, about: word.about });
  const [texts, setTexts] = useState(seen);
  const [isSaved, setSaved] = useState(false);

  function write(next: Partial<Texts>) {
    setSaved(false);
    setTexts({ ...texts, ...next });
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setSaved(false);
    const now = await perform(() => change({ kind, wordId, seen, ...texts }));
    if (now === null) return;
    // With it comes what a colleague has written meanwhile in another language.
    const { labels, about } = now;
    setSeen({ labels, about });
    setTexts({ labels, about });
    setSaved(true);
    router.refresh();
  }

  const about = kind === "topic" || kind === "contributor" ? kind : null;
  return (
    <Panel title={t("names")}>
      <form method="post" onSubmit={submit} className="flex flex-col gap-4">
        {!problem?.field && <ProblemBanner sentence={problem?.message} />}
        <LabelFields
          languages={languages}
          isReadOnly={isActing}
          name={{
            texts: texts.labels,
            onChange: (labels) => write({ labels }),
            labelIn: (language) => t("nameIn", { language }),
            maxLength: 120,
            error: errorOf(problem, "labels"),
          }}
          about={
            about && {
              texts: texts.about,
              onChange: (written) => write({ about: written }),
              labelIn: (language) => t(`about.${about}`, { language }),
              maxLength: 1500,
              error: errorOf(problem, "about"),
            }
          }
        />
        <div className="flex flex-wrap items-center gap-4">
          <Button type="submit" variant="primary" isPending={isActing}>
            {t("save")}
          </Button>
          <StatusLine tone="good">{isSaved && t("saved")}</StatusLine>
        </div>
      </form>
    </Panel>
  );
}
