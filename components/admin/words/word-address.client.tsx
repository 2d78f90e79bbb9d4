"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import type { Language } from "#domain/vocabulary.ts";
import type { WordPage } from "#domain/words/get-word.ts";
import { wordPath } from "#domain/words/word-address.ts";
import { ProblemBanner } from "../../auth/problem-banner.tsx";
import { errorOf, useAct } from "../../auth/use-act.ts";
import { Button } from "../../ui/button.client.tsx";
import { ReaderLink } from "../../ui/link.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { StatusLine } from "../../ui/status-line.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../words.client.tsx";
import type { PagedKind, WordActions } from "./word-actions.ts";

type WordAddressProps = {
  word: WordPage;
  kind: PagedKind;
  language: Language;
  move: WordActions["move"];
};

/** Where readers find it, and another place for it. */
export function WordAddress({ word, kind, language, move }: WordAddressProps) {
  const t = useWords("words");
  const router = useRouter();
  const { isActing, problem, perform } = useAct(t("noAnswer"));
  const [slug, setSlug] = useState(word.slug);
  const [isMoved, setMoved] = useState(false);
  const path = wordPath(kind, language, word.slug);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setMoved(false);
    const moved = await perform(() => move({ kind, wordId: word.wordId, slug }));
    if (moved === null) return;
    setSlug(moved.slug);
    setMoved(true);
    router.refresh();
  }

  return (
    <Panel title={t("address")} lead={t("addressLead")}>
      {path !== null && !word.isHidden && (
        <p className="mb-3 break-all">
          <ReaderLink href={path}>
            <bdi dir="ltr">{path}</bdi>
          </ReaderLink>
        </p>
      )}
      <form method="post" onSubmit={submit} className="flex flex-col gap-3">
        {!problem?.field && <ProblemBanner sentence={problem?.message} />}
        <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
          <TextField
            label={t("addressIn")}
            value={slug}
            onChange={(text) => {
              setMoved(false);
              setSlug(text);
            }}
            maxLength={80}
            required
            dir="ltr"
            autoCapitalize="none"
            autoComplete="off"
            error={errorOf(problem, "slug")}
            fieldClassName="flex min-w-0 flex-1 basis-56 flex-col gap-1.5 sm:max-w-80"
          />
          <Button type="submit" isPending={isActing} isDisabled={slug.trim() === word.slug}>
            {t("moveSubmit")}
          </Button>
          <StatusLine tone="good">{isMoved && t("moved")}</StatusLine>
        </div>
      </form>
    </Panel>
  );
}
