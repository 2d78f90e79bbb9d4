"use client";
import { type FormEvent, useState } from "react";
import { SEEDED_ROLE_NAMES, type SeededRole } from "#domain/vocabulary.ts";
import { ProblemBanner } from "../auth/problem-banner.tsx";
import { type Act, errorOf, useAct } from "../auth/use-act.ts";
import { Banner } from "../ui/badge.tsx";
import { Button } from "../ui/button.client.tsx";
import { Dialog, DialogActions } from "../ui/dialog.client.tsx";
import { RadioGroup } from "../ui/radio-group.tsx";
import { TextArea } from "../ui/text-field.tsx";
import { useWords } from "../words.client.tsx";
import { InvitedLinks } from "./invited-links.client.tsx";

export type InvitedSeveral = {
  invited: { name: string; email: string; link: string }[];
  refused: { line: number; text: string; sentence: string }[];
  isMailed: boolean;
};

type InviteSeveralDialogProps = {
  invite: Act<{ text: string; role: SeededRole }, InvitedSeveral>;
  onInvited: () => void;
  onClose: () => void;
};

/** A pasted list, one role. What wasn't taken stays in the field to be mended, beside the links so far. */
export function InviteSeveralDialog({ invite, onInvited, onClose }: InviteSeveralDialogProps) {
  const t = useWords("admin");
  const { isActing, problem, perform } = useAct(t("noAnswer"));
  const [text, setText] = useState("");
  const [invited, setInvited] = useState<InvitedSeveral["invited"]>([]);
  const [refused, setRefused] = useState<InvitedSeveral["refused"]>([]);
  const [isMailed, setMailed] = useState(false);
  const isDone = invited.length > 0 && text === "";

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get("role");
    const role = SEEDED_ROLE_NAMES.find((each) => each === typed) ?? "reporter";
    const answer = await perform(() => invite({ text, role }));
    if (!answer) return;
    setInvited([...invited, ...answer.invited]);
    setRefused(answer.refused);
    setMailed(answer.isMailed);
    setText(answer.refused.map((line) => line.text).join("\n"));
    onInvited();
  }

  return (
    <Dialog
      title={t("inviteSeveral.title")}
      isOpen
      isAlert={invited.length > 0}
      onClose={onClose}
      size="page"
    >
      <form method="post" onSubmit={submit} className="flex flex-col gap-4">
        {!problem?.field && <ProblemBanner sentence={problem?.message} />}
        {invited.length > 0 && <InvitedLinks invited={invited} isMailed={isMailed} />}
        {refused.length > 0 && (
          <Banner tone="care" role="alert">
            <p>{t("inviteSeveral.refused", { count: refused.length })}</p>
            <ul className="mt-1 list-disc ps-5">
              {refused.map(({ line, sentence }) => (
                <li key={line}>{t("inviteSeveral.line", { line, sentence })}</li>
              ))}
            </ul>
          </Banner>
        )}
        {!isDone && (
          <>
            <TextArea
              label={t("inviteSeveral.list")}
              description={t("inviteSeveral.listHelp")}
              value={text}
              onChange={setText}
              rows={6}
              dir="auto"
              required
              spellCheck={false}
              className="min-h-36 font-mono text-sm"
              error={errorOf(problem, "text")}
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
          </>
        )}
        <DialogActions>
          {invited.length > 0 && <Button onPress={onClose}>{t("link.done")}</Button>}
          {!isDone && (
            <Button type="submit" variant="primary" isPending={isActing}>
              {t("inviteSeveral.submit")}
            </Button>
          )}
        </DialogActions>
      </form>
    </Dialog>
  );
}
