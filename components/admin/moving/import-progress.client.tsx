"use client";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { Report } from "#domain/imports/report.ts";
import { ProblemBanner } from "../../auth/problem-banner.tsx";
import { type Act, useAct } from "../../auth/use-act.ts";
import { Button } from "../../ui/button.client.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { useWords } from "../../words.client.tsx";
import { Figures } from "./figures.client.tsx";
import { ProgressBar } from "./progress-bar.tsx";

type ImportProgressProps = {
  importId: string;
  mode: "rehearsal" | "real";
  report: Report | null;
  stop: Act<{ importId: string }, unknown>;
};

const LOOK_EVERY_MS = 1_500;

/** A run that is under way: how far it is. It goes on when this page is closed. */
export function ImportProgress({ importId, mode, report, stop }: ImportProgressProps) {
  const t = useWords("moving");
  const router = useRouter();
  const { isActing, problem, perform } = useAct(t("noAnswer"));
  const [looks, setLooks] = useState(0);
  useEffect(() => {
    const next = setTimeout(() => {
      router.refresh();
      setLooks(looks + 1);
    }, LOOK_EVERY_MS);
    return () => clearTimeout(next);
  }, [looks, router]);
  const { done = 0, bytes = 0, bytesRead = 0 } = report?.progress ?? {};
  const outcome = report?.outcome;
  async function end() {
    if ((await perform(() => stop({ importId }))) !== null) router.refresh();
  }
  return (
    <Panel title={t(`progress.${mode}`)} lead={t(`progress.${mode}Lead`)}>
      <div className="flex flex-col gap-4">
        <ProgressBar share={bytes > 0 ? bytesRead / bytes : 0} label={t(`progress.${mode}`)}>
          {report === null ? t("progress.waiting") : t("progress.done", { count: done })}
        </ProgressBar>
        {mode === "real" && outcome && (
          <Figures
            figures={[
              [t("figures.published"), outcome.published],
              [t("figures.drafts"), outcome.drafts],
              [t("figures.pages"), outcome.pages],
              [t("figures.known"), outcome.known],
            ]}
          />
        )}
        <ProblemBanner sentence={problem?.message} />
        <Button className="self-start" isPending={isActing} onPress={end}>
          {t("progress.stop")}
        </Button>
      </div>
    </Panel>
  );
}
