"use client";
import { type FormEvent, useState } from "react";
import { useHydrated } from "../desk/use-hydrated.ts";
import { Button } from "../ui/button.client.tsx";
import { StatusLine } from "../ui/status-line.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useWords } from "../words.client.tsx";
import { NewPassword } from "./new-password.client.tsx";
import { ProblemBanner } from "./problem-banner.tsx";
import { type Act, errorOf, useAct } from "./use-act.ts";

type PasswordFormProps = {
  minLength: number;
  change: Act<{ currentPassword: string; newPassword: string }, { ended: number }>;
};

/** Changes one's own password. */
export function PasswordForm({ minLength, change }: PasswordFormProps) {
  const t = useWords("auth");
  const { isActing, problem, perform } = useAct(t("noAnswer"));
  const [ended, setEnded] = useState<number | null>(null);
  const isReady = useHydrated();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const typed = new FormData(form);
    const changed = await perform(() =>
      change({ currentPassword: String(typed.get("current")), newPassword: String(typed.get("next")) }),
    );
    setEnded(changed?.ended ?? null);
    if (changed) form.reset();
  }

  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-4">
      {!problem?.field && <ProblemBanner sentence={problem?.message} />}
      <TextField
        label={t("account.current")}
        name="current"
        type="password"
        autoComplete="current-password"
        maxLength={200}
        required
        dir="ltr"
        error={errorOf(problem, "currentPassword")}
      />
      <NewPassword
        label={t("account.next")}
        name="next"
        minLength={minLength}
        error={errorOf(problem, "newPassword")}
      />
      <Button type="submit" variant="primary" isPending={isActing} isDisabled={!isReady}>
        {t("account.submit")}
      </Button>
      <StatusLine tone="good">{ended !== null && t("account.done", { ended })}</StatusLine>
    </form>
  );
}
