"use client";
import { Button } from "../ui/button.client.tsx";
import { Panel } from "../ui/page-header.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useWords } from "../words.client.tsx";
import type { Opened } from "./welcome-draft.ts";

/** After a first run with the demo: its password, the only time that it can be seen. */
export function OpenedNote({ outlet, opened }: { outlet: string; opened: Opened }) {
  const t = useWords("auth");
  return (
    <Panel title={t("opened.title", { outlet })} lead={t("opened.lead")}>
      <ul className="list-disc ps-6">
        {opened.demo?.emails.map((email) => (
          <li key={email} dir="ltr">
            {email}
          </li>
        ))}
      </ul>
      <div className="mt-4 flex flex-col gap-4">
        <TextField label={t("opened.password")} value={opened.demo?.password ?? ""} readOnly dir="ltr" />
        <Button variant="primary" autoFocus onPress={() => location.assign(opened.next)}>
          {t("opened.go")}
        </Button>
      </div>
    </Panel>
  );
}
