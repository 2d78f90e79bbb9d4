"use client";
import { useEffect, useState } from "react";
import type { ChangesBeforeOut } from "#domain/stories/changes-before-out.ts";
import { Time } from "../../time.client.tsx";
import { Dialog } from "../../ui/dialog.client.tsx";
import { Select } from "../../ui/select.tsx";
import { StatusLine } from "../../ui/status-line.tsx";
import { useWords } from "../../words.client.tsx";
import { useStory } from "../story-context.ts";
import { ComparedText } from "./comparison.client.tsx";

/** A writer's own text beside what readers got: what was put in, what was taken out, by whom. */
export function ChangesDialog({ onClose }: { onClose: () => void }) {
  const { desk, actions } = useStory();
  const t = useWords("desk");
  const [found, setFound] = useState<ChangesBeforeOut | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [publicationId, choose] = useState<string | undefined>(undefined);
  const storyId = desk.story.id;
  useEffect(() => {
    let isWanted = true;
    void actions.seeChanges({ storyId, publicationId }).then((answer) => {
      if (!isWanted) return;
      if (answer.ok) setFound(answer.value);
      else setProblem(answer.problem.message);
    });
    return () => {
      isWanted = false;
    };
  }, [actions, storyId, publicationId]);
  return (
    <Dialog title={t("changes.title")} isOpen onClose={onClose} size="page">
      {problem && <StatusLine tone="bad">{problem}</StatusLine>}
      {found && found.publications.length > 1 && (
        <Select
          label={t("changes.publication")}
          value={found.sent?.publicationId ?? ""}
          onChange={choose}
          choices={found.publications.map(({ id, number }) => ({
            value: id,
            label: t("changes.numbered", { number: String(number) }),
          }))}
          fieldClassName="mb-4 flex max-w-56 flex-col gap-1.5"
        />
      )}
      {found && (found.sent ? <Sent found={found} sent={found.sent} /> : <p>{t("changes.nobody")}</p>)}
    </Dialog>
  );
}

type SentProps = { found: ChangesBeforeOut; sent: NonNullable<ChangesBeforeOut["sent"]> };

function Sent({ found, sent }: SentProps) {
  const { timeZone } = useStory();
  const t = useWords("desk");
  const { fields, blocks, editors, writerName } = sent;
  const isSame = fields.length === 0 && blocks.every(({ how }) => how === "same");
  return (
    <div className="flex flex-col gap-5">
      <p className="text-ink-soft text-sm">
        {t("changes.from", { name: writerName })} <Time at={sent.savedAt} timeZone={timeZone} />{" "}
        {t("changes.to", { number: String(sent.number) })} <Time at={sent.publishedAt} timeZone={timeZone} />{" "}
        {editors.length > 0 && t("changes.by", { names: editors.join(", ") })}
      </p>
      {isSame && <p>{t("changes.none", { name: writerName })}</p>}
      <ComparedText language={found.language} fields={fields} blocks={blocks} />
    </div>
  );
}
