"use client";
import { useRouter } from "next/navigation";
import type { WordPage } from "#domain/words/get-word.ts";
import { ProblemBanner } from "../../auth/problem-banner.tsx";
import { useAct } from "../../auth/use-act.ts";
import { Button } from "../../ui/button.client.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { StatusLine } from "../../ui/status-line.tsx";
import { useWords } from "../../words.client.tsx";
import type { WordActions } from "./word-actions.ts";

type BylinePageProps = { word: WordPage; hide: WordActions["hide"]; show: WordActions["show"] };

/** Whether readers have a page of this byline. */
export function BylinePage({ word, hide, show }: BylinePageProps) {
  const t = useWords("words");
  const router = useRouter();
  const { isActing, problem, perform } = useAct(t("noAnswer"));
  const { wordId, isHidden } = word;

  async function turn() {
    await perform(() => (isHidden ? show({ wordId }) : hide({ wordId })));
    router.refresh();
  }

  return (
    <Panel title={t("page")} lead={t("pageLead")}>
      <ProblemBanner sentence={problem?.message} />
      <div className="flex flex-wrap items-center gap-4">
        <Button isPending={isActing} onPress={() => void turn()}>
          {isHidden ? t("show") : t("hide")}
        </Button>
        <StatusLine>{isHidden ? t("isHidden") : t("isShown")}</StatusLine>
      </div>
    </Panel>
  );
}
