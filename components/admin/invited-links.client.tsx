"use client";
import { useState } from "react";
import { Button } from "../ui/button.client.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useWords } from "../words.client.tsx";

type Invited = { name: string; email: string; link: string };

/** A link for everybody who was invited, the only time that they can be seen. */
export function InvitedLinks({ invited, isMailed }: { invited: readonly Invited[]; isMailed: boolean }) {
  const t = useWords("admin");
  const [copied, setCopied] = useState<string | null>(null);
  const all = invited.map(({ name, email, link }) => `${name}\t${email}\t${link}`).join("\n");

  function copy(text: string, what: string) {
    void navigator.clipboard?.writeText(text).then(() => setCopied(what));
  }

  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p role="status" className="min-w-0 flex-1 basis-60 text-good text-sm">
          {t("inviteSeveral.invited", { count: invited.length })}
          {isMailed && ` ${t("inviteSeveral.mailed")}`}
        </p>
        <Button size="small" onPress={() => copy(all, "all")}>
          {copied === "all" ? t("link.copied") : t("inviteSeveral.copyAll")}
        </Button>
      </div>
      <ul className="flex flex-col gap-3">
        {invited.map(({ name, email, link }) => (
          <li key={email} className="flex flex-wrap items-end gap-2">
            <TextField
              label={`${name} · ${email}`}
              value={link}
              readOnly
              dir="ltr"
              onFocus={(event) => event.currentTarget.select()}
              fieldClassName="flex min-w-0 flex-1 basis-60 flex-col gap-1"
            />
            <Button onPress={() => copy(link, email)}>
              {copied === email ? t("link.copied") : t("link.copy")}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
