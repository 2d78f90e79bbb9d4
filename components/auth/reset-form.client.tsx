"use client";
import type { FormEvent } from "react";
import { useHydrated } from "../desk/use-hydrated.ts";
import { Button } from "../ui/button.client.tsx";
import { useWords } from "../words.client.tsx";
import { NewPassword } from "./new-password.client.tsx";
import { ProblemBanner } from "./problem-banner.tsx";
import { type Act, errorOf, useAct } from "./use-act.ts";

type ResetFormProps = {
  token: string;
  email: string;
  minLength: number;
  recover: Act<{ token: string; password: string }, { next: string }>;
};

/** Sets a new password with a recovery link. */
export function ResetForm({ token, email, minLength, recover }: ResetFormProps) {
  const t = useWords("auth");
  const { isActing, problem, perform } = useAct(t("noAnswer"));
  const isReady = useHydrated();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get("password"));
    const recovered = await perform(() => recover({ token, password }));
    if (recovered) location.assign(recovered.next);
  }

  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-4">
      <ProblemBanner sentence={problem?.message} />
      <input type="hidden" name="email" autoComplete="username" value={email} readOnly />
      <NewPassword
        label={t("account.next")}
        name="password"
        minLength={minLength}
        error={errorOf(problem, "password")}
      />
      <Button type="submit" variant="primary" isPending={isActing} isDisabled={!isReady}>
        {t("reset.submit")}
      </Button>
    </form>
  );
}
