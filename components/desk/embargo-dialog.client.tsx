"use client";
import { type FormEvent, useState } from "react";
import { instantAt } from "#domain/languages/zone.ts";
import { localInput } from "#domain/time.ts";
import { Button } from "../ui/button.client.tsx";
import { Checkbox } from "../ui/checkbox.tsx";
import { Dialog, DialogActions } from "../ui/dialog.client.tsx";
import { StatusLine } from "../ui/status-line.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useWords } from "../words.client.tsx";
import { useStory } from "./story-context.ts";

type EmbargoDialogProps = {
  isPending: boolean;
  problem: string | null;
  onSet: (until: Date, from: string, people: string[]) => void;
  onLift: () => void;
  onClose: () => void;
};

/** Until when, and with whom it was agreed. The hour is the newsroom's, wherever this screen stands. */
export function EmbargoDialog({ isPending, problem, onSet, onLift, onClose }: EmbargoDialogProps) {
  const { desk, choices, timeZone } = useStory();
  const t = useWords("desk");
  const kit = useWords("kit");
  const { embargoUntil, embargoFrom, embargoPeople, createdBy } = desk.story;
  const [until, setUntil] = useState(embargoUntil ? localInput(embargoUntil, timeZone) : "");
  const [from, setFrom] = useState(embargoFrom ?? "");
  const [people, setPeople] = useState(embargoPeople ?? []);
  const name = (personId: string, isNamed: boolean) =>
    setPeople((now) => (isNamed ? [...now, personId] : now.filter((id) => id !== personId)));
  const set = (event: FormEvent) => {
    event.preventDefault();
    const instant = instantAt(until, timeZone);
    if (instant) onSet(instant, from, people);
  };
  return (
    <Dialog title={t("embargo")} isOpen onClose={onClose}>
      <form onSubmit={set} className="flex flex-col gap-4">
        <p className="text-ink-soft text-sm">{t("embargoHelp")}</p>
        <TextField
          label={t("embargoUntil")}
          description={t("embargoZone", { zone: timeZone })}
          type="datetime-local"
          value={until}
          onChange={setUntil}
          required
        />
        <TextField label={t("embargoFrom")} value={from} onChange={setFrom} dir="auto" required />
        <fieldset className="flex flex-col">
          <legend className="font-medium text-sm">{t("embargoPeople")}</legend>
          {choices.people.map(({ id, label }) => (
            <Checkbox
              key={id}
              label={label}
              isChecked={people.includes(id) || id === createdBy}
              isDisabled={id === createdBy}
              onChange={(isNamed) => name(id, isNamed)}
            />
          ))}
        </fieldset>
        {problem && <StatusLine tone="bad">{problem}</StatusLine>}
        <DialogActions>
          {embargoUntil && (
            <Button variant="quiet" onPress={onLift} isPending={isPending}>
              {t("embargoLift")}
            </Button>
          )}
          <Button onPress={onClose}>{kit("cancel")}</Button>
          <Button type="submit" variant="primary" isPending={isPending}>
            {t("embargoSet")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
