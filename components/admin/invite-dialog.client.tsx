"use client";
import type { FormEvent } from "react";
import { SEEDED_ROLE_NAMES, type SeededRole } from "#domain/vocabulary.ts";
import { ProblemBanner } from "../auth/problem-banner.tsx";
import { type Act, errorOf, useAct } from "../auth/use-act.ts";
import { Button } from "../ui/button.client.tsx";
import { Dialog, DialogActions } from "../ui/dialog.client.tsx";
import { RadioGroup } from "../ui/radio-group.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useWords } from "../words.client.tsx";

export type Invitation = { name: string; email: string; role: SeededRole };
export type Invited = { link: string; isMailed: boolean };

type InviteDialogProps = {
  invite: Act<Invitation, Invited>;
  onInvited: (invitation: Invitation, invited: Invited) => void;
  onClose: () => void;
};

/** Name, address, role: what an invitation needs. */
export function InviteDialog({ invite, onInvited, onClose }: InviteDialogProps) {
  const t = useWords("admin");
  const { isActing, problem, perform } = useAct(t("noAnswer"));

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const role = SEEDED_ROLE_NAMES.find((each) => each === typed.get("role")) ?? "reporter";
    const invitation = { name: String(typed.get("name")), email: String(typed.get("email")), role };
    const invited = await perform(() => invite(invitation));
    if (invited) onInvited(invitation, invited);
  }

  return (
    <Dialog title={t("invite.title")} isOpen onClose={onClose}>
      <form method="post" onSubmit={submit} className="flex flex-col gap-4">
        {!problem?.field && <ProblemBanner sentence={problem?.message} />}
        <TextField
          label={t("invite.name")}
          name="name"
          maxLength={120}
          required
          dir="auto"
          autoComplete="off"
          error={errorOf(problem, "name")}
        />
        <TextField
          label={t("invite.email")}
          name="email"
          type="email"
          maxLength={254}
          required
          dir="ltr"
          autoComplete="off"
          error={errorOf(problem, "email")}
        />
        <RadioGroup
          label={t("invite.role")}
          name="role"
          defaultValue="reporter"
          choices={SEEDED_ROLE_NAMES.map((role) => ({
            value: role,
            label: t(`roles.${role}`),
            description: t(`roleHelp.${role}`),
          }))}
        />
        <DialogActions>
          <Button type="submit" variant="primary" isPending={isActing}>
            {t("invite.submit")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
