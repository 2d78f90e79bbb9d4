"use client";
import { useMemo, useState } from "react";
import type { Part } from "#domain/history/input.ts";
import { Button } from "../../ui/button.client.tsx";
import { cx } from "../../ui/cx.ts";
import { Dialog } from "../../ui/dialog.client.tsx";
import { StatusLine } from "../../ui/status-line.tsx";
import { useWords } from "../../words.client.tsx";
import type { OldRevision } from "../actions.ts";
import { useStory } from "../story-context.ts";
import type { Moves } from "../use-moves.ts";
import type { Pair } from "./compare-any.client.tsx";
import { HistoryList } from "./history-list.client.tsx";
import { RestoringContext } from "./restore-part.client.tsx";
import { useHistory } from "./use-history.ts";
import { type Mode, VersionView } from "./version-view.client.tsx";

type HistoryDialogProps = {
  /** The revision to look at first; null: the list alone. */
  first: string | null;
  /** Given: the first is shown compared with this older one. */
  comparedWith: string | null;
  moves: Moves;
};

/** What the story said before: by stretches of writing, any two versions compared, and the way to bring back. */
export function HistoryDialog({ first, comparedWith, moves }: HistoryDialogProps) {
  const { desk, mayType } = useStory();
  const t = useWords("desk");
  const history = useHistory(first);
  const { lines, looked } = history;
  const [mode, setMode] = useState<Mode>(comparedWith ? "compare" : "text");
  const [chosen, choose] = useState<Pair | null>(
    first && comparedWith ? { fromId: comparedWith, toId: first } : null,
  );
  const [told, tell] = useState<string | null>(null);
  const headId = desk.story.headRevisionId;
  const pair = chosen ?? pairOf(looked, headId);
  const olderId = mode === "own" ? looked?.beforeId : pair?.fromId;
  const isPending = moves.doing !== null;
  const { restorePart } = moves;
  const { reload, look } = history;
  const restoring = useMemo(() => {
    if (!mayType || !olderId) return null;
    const onRestore = async (part: Part, label: string) => {
      const back = await restorePart(olderId, part);
      if (!back) return;
      tell(t("versions.restored", { part: label }));
      choose({ fromId: olderId, toId: back.revisionId });
      setMode("compare");
      await Promise.all([look(back.revisionId, olderId), reload()]);
    };
    return { isPending, onRestore: (part: Part, label: string) => void onRestore(part, label) };
  }, [mayType, olderId, isPending, restorePart, t, look, reload]);
  const problem = history.problem ?? moves.problem;

  return (
    <Dialog title={t("history")} isOpen onClose={moves.close} size="page">
      {problem && <StatusLine tone="bad">{problem}</StatusLine>}
      {told && !problem && <StatusLine tone="good">{told}</StatusLine>}
      <div className="grid gap-6 sm:grid-cols-[minmax(0,18rem)_minmax(0,1fr)]">
        <div
          className={cx(
            "sm:sticky sm:top-0 sm:max-h-[calc(92dvh-5rem)] sm:self-start sm:overflow-y-auto",
            looked && "max-sm:hidden",
          )}
        >
          <HistoryList
            {...{ lines, lookedId: looked?.id ?? null }}
            onLook={(revisionId, beforeId) => {
              choose(null);
              tell(null);
              void look(revisionId, beforeId);
            }}
          />
          {history.hasMore && (
            <Button variant="quiet" onPress={() => void history.loadOlder()}>
              {t("historyOlder")}
            </Button>
          )}
        </div>
        {looked && pair ? (
          <RestoringContext value={restoring}>
            <VersionView
              key={looked.id}
              revision={looked}
              beforeId={looked.beforeId}
              {...{ lines, mode, pair, isPending }}
              onMode={setMode}
              onPair={choose}
              onNamed={() => void reload()}
              onRestore={() => void moves.restore(looked.id)}
              onBack={history.unlook}
            />
          </RestoringContext>
        ) : (
          <p className="text-ink-soft text-sm max-sm:hidden">{t("historyChoose")}</p>
        )}
      </div>
    </Dialog>
  );
}

/** An older version beside the newest; the newest beside the one before it. */
function pairOf(looked: (OldRevision & { beforeId: string | null }) | null, headId: string): Pair | null {
  if (!looked) return null;
  if (looked.id !== headId) return { fromId: looked.id, toId: headId };
  return { fromId: looked.beforeId ?? headId, toId: headId };
}
