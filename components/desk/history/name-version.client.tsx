"use client";
import { useState } from "react";
import { Button } from "../../ui/button.client.tsx";
import { StatusLine } from "../../ui/status-line.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../words.client.tsx";
import { useStory } from "../story-context.ts";

type NameVersionProps = { revisionId: string; name: string; onNamed: () => void; onCancel: () => void };

/** A line to name a version in; emptied, it loses its name. */
export function NameVersion({ revisionId, name: before, onNamed, onCancel }: NameVersionProps) {
  const { desk, actions } = useStory();
  const t = useWords("desk");
  const [name, setName] = useState(before);
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  async function save() {
    setPending(true);
    const answer = await actions.nameVersion({ storyId: desk.story.id, revisionId, name });
    setPending(false);
    if (answer.ok) onNamed();
    else setProblem(answer.problem.message);
  }
  return (
    <form
      className="mb-3 flex flex-wrap items-end gap-2 rounded-xl bg-tint px-4 py-3"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        label={t("versions.nameField")}
        description={t("versions.nameHelp")}
        value={name}
        onChange={setName}
        maxLength={120}
        dir="auto"
        autoFocus
        fieldClassName="flex min-w-0 flex-1 basis-56 flex-col gap-1.5"
      />
      <Button type="submit" variant="primary" isPending={isPending}>
        {t("versions.nameSave")}
      </Button>
      <Button variant="quiet" onPress={onCancel}>
        {t("versions.cancel")}
      </Button>
      {problem && <StatusLine tone="bad">{problem}</StatusLine>}
    </form>
  );
}
