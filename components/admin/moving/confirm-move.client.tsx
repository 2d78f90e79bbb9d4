"use client";
import { type FormEvent, useState } from "react";
import { ProblemBanner } from "../../auth/problem-banner.tsx";
import { type Answer, errorOf, useAct } from "../../auth/use-act.ts";
import { Button } from "../../ui/button.client.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../words.client.tsx";

type Perform = <V>(act: () => Promise<Answer<V>>) => Promise<V | null>;
type ConfirmMoveProps = {
  count: number;
  drafts: number;
  /** Something was chosen that has to be rehearsed first. */
  isOff: boolean;
  begin: (typedCount: string, act: Perform) => Promise<unknown>;
};

/** Thousands of stories go out at a press: whoever presses types how many. */
export function ConfirmMove({ count, drafts, isOff, begin }: ConfirmMoveProps) {
  const t = useWords("moving");
  const { isActing, problem, perform } = useAct(t("noAnswer"));
  const [typed, setTyped] = useState("");
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    await begin(typed, perform);
  }
  const error = errorOf(problem, "typedCount");
  return (
    <Panel title={t("confirm.title")} lead={t("confirm.lead", { count, drafts })}>
      <form method="post" onSubmit={submit} className="flex flex-col gap-4">
        {!error && <ProblemBanner sentence={problem?.message} />}
        <TextField
          label={t("confirm.type", { count })}
          description={t("confirm.typeHelp")}
          value={typed}
          onChange={setTyped}
          inputMode="numeric"
          autoComplete="off"
          error={error}
          disabled={isOff}
          fieldClassName="flex max-w-xs flex-col gap-1.5"
        />
        <Button
          type="submit"
          variant="primary"
          isPending={isActing}
          isDisabled={isOff}
          className="self-start"
        >
          {t("confirm.submit", { count })}
        </Button>
        {isOff && <p className="text-care text-sm">{t("choices.rehearseFirst")}</p>}
      </form>
    </Panel>
  );
}
