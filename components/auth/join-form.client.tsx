"use client";
import type { FormEvent } from "react";
import { useHydrated } from "../desk/use-hydrated.ts";
import { Button } from "../ui/button.client.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useWords } from "../words.client.tsx";
import { NewPassword } from "./new-password.client.tsx";
import { ProblemBanner } from "./problem-banner.tsx";
import { type Act, errorOf, useAct } from "./use-act.ts";

type JoinFormProps = {
  token: string;
  name: string;
  email: string;
  minLength: number;
  join: Act<{ token: string; name: string; password: string }, { next: string }>;
};

/** Accepts an invitation: the invited person's own name and password. */
export function JoinForm({ token, name, email, minLength, join }: JoinFormProps) {
  const t = useWords("auth");
  const { isActing, problem, perform } = useAct(t("noAnswer"));
  const isReady = useHydrated();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const input = { token, name: String(typed.get("name")), password: String(typed.get("password")) };
    const joined = await perform(() => join(input));
    if (joined) location.assign(joined.next);
  }

  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-4">
      <ProblemBanner sentence={problem?.message} />
      <TextField
        label={t("signIn.email")}
        name="email"
        type="email"
        autoComplete="username"
        value={email}
        readOnly
        dir="ltr"
      />
      <TextField
        label={t("join.name")}
        description={t("join.nameHelp")}
        name="name"
        autoComplete="name"
        defaultValue={name}
        maxLength={120}
        required
        dir="auto"
        error={errorOf(problem, "name")}
      />
      <NewPassword
        label={t("join.password")}
        name="password"
        minLength={minLength}
        error={errorOf(problem, "password")}
      />
      <Button type="submit" variant="primary" isPending={isActing} isDisabled={!isReady}>
        {t("join.submit")}
      </Button>
    </form>
  );
}
