"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { type Act, useAct } from "../../auth/use-act.ts";
import { Banner } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.client.tsx";
import { StatusLine } from "../../ui/status-line.tsx";
import { useWords } from "../../words.client.tsx";

type StartPagesProps = {
  /** Whether the outlet still lacks one of them. */
  isOffered: boolean;
  start: Act<Record<string, never>, { started: number }>;
};

/** The offer to begin with half-written pages; gone once the outlet has them. */
export function StartPages({ isOffered, start }: StartPagesProps) {
  const t = useWords("pages");
  const router = useRouter();
  const { isActing, problem, perform } = useAct(t("noAnswer"));
  const [started, setStarted] = useState<number | null>(null);

  async function begin() {
    const done = await perform(() => start({}));
    if (!done) return;
    setStarted(done.started);
    router.refresh();
  }
  return (
    <>
      {isOffered && started === null && (
        <Banner
          actions={
            <Button variant="primary" isPending={isActing} onPress={() => void begin()}>
              {t("start.button")}
            </Button>
          }
        >
          <strong className="block">{t("start.title")}</strong>
          {t("start.lead")}
        </Banner>
      )}
      <StatusLine tone={problem ? "bad" : "good"}>
        {problem?.message ?? (started !== null && t("start.done", { count: started }))}
      </StatusLine>
    </>
  );
}
