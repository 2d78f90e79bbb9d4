"use client";
import type { FormEvent } from "react";
import { useHydrated } from "../desk/use-hydrated.ts";
import { Button } from "../ui/button.client.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useWords } from "../words.client.tsx";
import { ProblemBanner } from "./problem-banner.tsx";
import { type Act, useAct } from "./use-act.ts";

type SignInFormProps = {
  next: string;
  enter: Act<{ email: string; password: string; next: string }, { next: string }>;
};

/** E-mail and password. Leaves by a whole new document, so nothing of the visitor's page stays. */
export function SignInForm({ next, enter }: SignInFormProps) {
  const t = useWords("auth");
  const { isActing, problem, perform } = useAct(t("noAnswer"));
  const isReady = useHydrated();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const input = { email: String(typed.get("email")), password: String(typed.get("password")), next };
    const entered = await perform(() => enter(input));
    if (entered) location.assign(entered.next);
  }

  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-4">
      <ProblemBanner sentence={problem?.message} />
      <TextField
        label={t("signIn.email")}
        name="email"
        type="email"
        autoComplete="username"
        maxLength={254}
        required
        dir="ltr"
      />
      <TextField
        label={t("signIn.password")}
        name="password"
        type="password"
        autoComplete="current-password"
        maxLength={200}
        required
        dir="ltr"
      />
      <Button type="submit" variant="primary" isPending={isActing} isDisabled={!isReady}>
        {t("signIn.submit")}
      </Button>
    </form>
  );
}
