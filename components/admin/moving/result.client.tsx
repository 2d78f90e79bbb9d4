"use client";
import { useRouter } from "next/navigation";
import type { Report } from "#domain/imports/report.ts";
import { ProblemBanner } from "../../auth/problem-banner.tsx";
import { type Act, useAct } from "../../auth/use-act.ts";
import { Banner } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.client.tsx";
import { ButtonLink } from "../../ui/link.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { useWords } from "../../words.client.tsx";
import { Figures } from "./figures.client.tsx";
import { LossList } from "./losses.client.tsx";

type ResultProps = {
  importId: string;
  mode: "rehearsal" | "real";
  state: "done" | "failed" | "stopped";
  report: Report;
  goOn: Act<{ importId: string }, unknown>;
};

/** What has become of an archive; and the way on where a run stands still. */
export function Result({ importId, mode, state, report, goOn }: ResultProps) {
  const t = useWords("moving");
  const router = useRouter();
  const { isActing, problem, perform } = useAct(t("noAnswer"));
  const { outcome } = report;
  async function resume() {
    if ((await perform(() => goOn({ importId }))) !== null) router.refresh();
  }
  return (
    <div className="flex flex-col gap-5">
      <Panel title={t(`result.${state}`)} lead={t(`result.${state}Lead`)}>
        <div className="flex flex-col gap-5">
          {report.trouble !== "" && <Banner tone="bad">{report.trouble}</Banner>}
          {mode === "real" && (
            <Figures
              figures={[
                [t("figures.published"), outcome.published, "good"],
                [t("figures.drafts"), outcome.drafts],
                [t("figures.pages"), outcome.pages],
                [t("figures.known"), outcome.known],
                [t("figures.failed"), outcome.failed, "bad"],
              ]}
            />
          )}
          <ProblemBanner sentence={problem?.message} />
          <div className="flex flex-wrap gap-2">
            {state !== "done" && (
              <Button variant="primary" isPending={isActing} onPress={resume}>
                {t("result.goOn")}
              </Button>
            )}
            <ButtonLink href="/desk">{t("result.toDesk")}</ButtonLink>
            <ButtonLink href="/admin/redirects">{t("result.toRedirects")}</ButtonLink>
          </div>
        </div>
      </Panel>
      <LossList losses={report.losses} others={report.found.others} />
    </div>
  );
}
