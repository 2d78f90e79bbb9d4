"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import type { WordPage } from "#domain/words/get-word.ts";
import { ProblemBanner } from "../../auth/problem-banner.tsx";
import { useAct } from "../../auth/use-act.ts";
import { Button } from "../../ui/button.client.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { Select } from "../../ui/select.tsx";
import { StatusLine } from "../../ui/status-line.tsx";
import { useWords } from "../../words.client.tsx";
import type { WordActions } from "./word-actions.ts";

type Colleague = { id: string; label: string };
type BylineAccountProps = { word: WordPage; people: readonly Colleague[]; link: WordActions["link"] };

/** Whose byline it is, said to the newsroom alone. */
export function BylineAccount({ word, people, link }: BylineAccountProps) {
  const t = useWords("words");
  const router = useRouter();
  const { isActing, problem, perform } = useAct(t("noAnswer"));
  const [personId, setPersonId] = useState(word.person?.personId ?? "");
  const [isSaved, setSaved] = useState(false);
  const known = withOwner(people, word.person);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setSaved(false);
    const linked = await perform(() => link({ wordId: word.wordId, personId: personId || null }));
    setSaved(linked !== null);
    router.refresh();
  }

  return (
    <Panel title={t("whose")} lead={t("whoseLead")}>
      <form method="post" onSubmit={submit} className="flex flex-col gap-3">
        <ProblemBanner sentence={problem?.message} />
        <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
          <Select
            label={t("account")}
            value={personId}
            onChange={(id) => {
              setSaved(false);
              setPersonId(id);
            }}
            choices={[
              { value: "", label: t("nobody") },
              ...known.map(({ id, label }) => ({ value: id, label })),
            ]}
            fieldClassName="flex min-w-0 flex-1 basis-56 flex-col gap-1.5 sm:max-w-80"
          />
          <Button type="submit" isPending={isActing}>
            {t("saveAccount")}
          </Button>
          <StatusLine tone="good">{isSaved && t("linked")}</StatusLine>
        </div>
      </form>
    </Panel>
  );
}

/** Whoever is suspended stands in no list, and may still be whose byline this is. */
function withOwner(people: readonly Colleague[], owner: WordPage["person"]): readonly Colleague[] {
  if (!owner || people.some(({ id }) => id === owner.personId)) return people;
  return [...people, { id: owner.personId, label: owner.name }];
}
