/** The lines of a story's history as far as they were asked for, and the version that is looked at. */
import { useEffect, useState } from "react";
import type { HistoryLine } from "#domain/history/list-history.ts";
import type { OldRevision } from "../actions.ts";
import { useStory } from "../story-context.ts";

const PAGE = 30;

export function useHistory(first: string | null) {
  const { desk, actions } = useStory();
  const storyId = desk.story.id;
  const [lines, setLines] = useState<HistoryLine[]>([]);
  const [hasMore, setMore] = useState(false);
  const [looked, setLooked] = useState<(OldRevision & { beforeId: string | null }) | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  async function load(before?: number) {
    const answer = await actions.listHistory({ storyId, before, limit: PAGE });
    if (!answer.ok) return setProblem(answer.problem.message);
    const { lines: found, hasMore: more } = answer.value;
    setLines((known) => (before === undefined ? found : [...known, ...found]));
    setMore(more);
  }
  async function look(revisionId: string, beforeId?: string | null) {
    const answer = await actions.lookAt({ revisionId });
    if (!answer.ok) return setProblem(answer.problem.message);
    setProblem(null);
    setLooked({ ...answer.value, beforeId: beforeId ?? null });
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the dialog opens
  useEffect(() => {
    void load();
    if (first) void look(first);
  }, []);
  const line = lines.find(({ revisionId }) => revisionId === looked?.id);
  return {
    ...{ lines, hasMore, problem },
    looked: looked && { ...looked, beforeId: looked.beforeId ?? line?.beforeId ?? null },
    look,
    unlook: () => setLooked(null),
    reload: () => load(),
    loadOlder: () => load(lines.at(-1)?.seq),
  };
}
