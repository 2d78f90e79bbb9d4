"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ProblemBanner } from "../../auth/problem-banner.tsx";
import { type Act, useAct } from "../../auth/use-act.ts";
import { Banner } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.client.tsx";
import { StatusLine } from "../../ui/status-line.tsx";
import { useWords } from "../../words.client.tsx";

type Counts = { added: number; completed: number };
type GazetteerOfferProps = {
  /** Places that could be added or completed; at 0 there is nothing to offer. */
  offered: number;
  add: Act<Record<never, never>, Counts>;
};

/** Offers an outlet that was opened earlier the places that a new one gets. */
export function GazetteerOffer({ offered, add }: GazetteerOfferProps) {
  const t = useWords("words");
  const router = useRouter();
  const { isActing, problem, perform } = useAct(t("noAnswer"));
  const [done, setDone] = useState<Counts | null>(null);

  async function addThem() {
    setDone(await perform(() => add({})));
    router.refresh();
  }

  return (
    <div className="mb-5 flex flex-col gap-2">
      <ProblemBanner sentence={problem?.message} />
      {offered > 0 && (
        <Banner
          tone="accent"
          actions={
            <Button size="small" isPending={isActing} onPress={() => void addThem()}>
              {t("gazetteerAdd")}
            </Button>
          }
        >
          {t("gazetteer", { count: offered })}
        </Banner>
      )}
      {done && <StatusLine tone="good">{t("gazetteerDone", done)}</StatusLine>}
    </div>
  );
}
