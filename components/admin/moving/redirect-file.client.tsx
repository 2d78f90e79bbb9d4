"use client";
import { FileUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { FileTrigger } from "react-aria-components/FileTrigger";
import type { KeptFile } from "#domain/redirects/keep-file.ts";
import { ProblemBanner } from "../../auth/problem-banner.tsx";
import { useAct } from "../../auth/use-act.ts";
import { Button } from "../../ui/button.client.tsx";
import { StatusLine } from "../../ui/status-line.tsx";
import { useWords } from "../../words.client.tsx";
import { sendFile } from "./send-file.ts";

/** A table from a spreadsheet: what was taken in is counted, each bad line is named. */
export function RedirectFile() {
  const t = useWords("moving");
  const router = useRouter();
  const { isActing, problem, perform } = useAct(t("noAnswer"));
  const [kept, setKept] = useState<KeptFile | null>(null);
  async function send(files: FileList | null) {
    const [file] = files ?? [];
    if (!file) return;
    setKept(null);
    const answer = await perform(() => sendFile(file));
    if (answer === null) return;
    setKept(answer);
    router.refresh();
  }
  return (
    <div className="flex flex-col gap-3">
      <FileTrigger acceptedFileTypes={[".csv", ".tsv", ".txt", "text/csv"]} onSelect={send}>
        <Button variant="primary" isPending={isActing} className="self-start">
          <FileUp size={18} aria-hidden />
          {t("redirects.choose")}
        </Button>
      </FileTrigger>
      <ProblemBanner sentence={problem && (problem.message || t("noAnswer"))} />
      <StatusLine tone="good">{kept && t("redirects.kept", { count: kept.kept })}</StatusLine>
      {kept && kept.badCount > 0 && (
        <section aria-label={t("redirects.badTitle")} className="rounded-xl bg-care-tint p-4 text-sm">
          <h3 className="font-medium text-care">{t("redirects.bad", { count: kept.badCount })}</h3>
          <ol className="mt-2 flex max-h-80 flex-col gap-2 overflow-y-auto">
            {kept.bad.map(({ line, text, why }) => (
              <li key={line}>
                <span className="font-medium">{t("redirects.line", { line })}</span>{" "}
                <bdi dir="ltr" className="break-all font-mono">
                  {text}
                </bdi>
                <span className="block text-ink-soft">{why}</span>
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}
