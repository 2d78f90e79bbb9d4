"use client";
import { MACHINE_HELP, type MachineHelp } from "#domain/vocabulary.ts";
import { RadioGroup } from "../ui/radio-group.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useWords } from "../words.client.tsx";
import { useStory } from "./story-context.ts";

/** Whether a machine helped to make the story: asked of everybody, answered to readers. */
export function MachineHelpField() {
  const { desk, fields, change, mayType } = useStory();
  const t = useWords("desk");
  const { answer, note } = fields.machineHelp;
  const set = (machineHelp: { answer: MachineHelp; note: string }) => change({ machineHelp });
  return (
    <div className="flex flex-col gap-2">
      <RadioGroup
        label={t("machineHelp")}
        value={answer}
        isDisabled={!mayType}
        choices={MACHINE_HELP.map((value) => ({ value, label: t(`machineHelpOf.${value}`) }))}
        onChange={(chosen) => set({ answer: chosen, note })}
      />
      {answer === "yes" && (
        <TextField
          label={t("machineHelpNote")}
          description={t("machineHelpNoteHelp")}
          value={note}
          maxLength={300}
          readOnly={!mayType}
          lang={desk.story.language}
          dir="auto"
          onChange={(text) => set({ answer, note: text })}
        />
      )}
    </div>
  );
}
