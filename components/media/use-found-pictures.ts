/** What a picker shows: the newest pictures that may be used, or those that the typed words find. */
import { useCallback, useEffect, useRef, useState } from "react";
import type { PictureLine } from "#domain/pictures/list.ts";
import type { PictureActions } from "./picture-actions.ts";
import { usePictureActions } from "./pictures.client.tsx";

const PAGE = 24;
const AFTER_TYPING_MS = 250;
const WHILE_PREPARED_MS = 1_500;

type Found = { rows: PictureLine[]; next: string | null; problem: string | null };

export function useFoundPictures() {
  const { list } = usePictureActions();
  const [search, setSearch] = useState("");
  const [found, setFound] = useState<Found>({ rows: [], next: null, problem: null });
  const [isLoading, setLoading] = useState(true);
  const asked = useRef(0);
  // What was chosen stays known while other words are looked for.
  const known = useRef(new Map<string, PictureLine>());

  const load = useCallback(
    async (words: string, after: string | null) => {
      asked.current += 1;
      const mine = asked.current;
      setLoading(true);
      const answer = await list({
        search: words.trim() === "" ? undefined : words,
        usable: true,
        after: after ?? undefined,
        limit: PAGE,
      });
      if (answer.ok) for (const row of answer.value.rows) remember(known.current, row);
      if (mine !== asked.current) return; // something else was asked for meanwhile
      setLoading(false);
      if (!answer.ok) return setFound((now) => ({ ...now, problem: answer.problem.message }));
      const { rows, next } = answer.value;
      setFound((now) => ({ rows: after === null ? rows : [...now.rows, ...rows], next, problem: null }));
    },
    [list],
  );

  useEffect(() => {
    const timer = setTimeout(() => void load(search, null), search === "" ? 0 : AFTER_TYPING_MS);
    return () => clearTimeout(timer);
  }, [load, search]);

  const isPreparing = found.rows.some(({ state }) => state === "processing");
  useEffect(() => {
    if (!isPreparing || found.rows.length > PAGE) return;
    const timer = setTimeout(() => void load(search, null), WHILE_PREPARED_MS);
    return () => clearTimeout(timer);
  }, [found, isPreparing, load, search]);

  return {
    search,
    setSearch,
    rows: found.rows,
    problem: found.problem,
    isLoading,
    hasMore: found.next !== null,
    loadMore: () => void load(search, found.next),
    find: useCallback((pictureId: string) => known.current.get(pictureId) ?? null, []),
    /** Back to the newest, where what was just added stands. */
    reload: useCallback(() => {
      setSearch("");
      void load("", null);
    }, [load]),
    askFor: useAsking(list, known, setFound),
  };
}

/** Named pictures as they are now, wherever they would stand in the list. Null: no answer, and `problem` says why. */
function useAsking(
  list: PictureActions["list"],
  known: { readonly current: Map<string, PictureLine> },
  setFound: (next: (now: Found) => Found) => void,
) {
  return useCallback(
    async (pictureIds: string[]): Promise<PictureLine[] | null> => {
      const answer = await list({ pictureIds, usable: true, limit: 100 });
      if (!answer.ok) {
        setFound((now) => ({ ...now, problem: answer.problem.message }));
        return null;
      }
      for (const row of answer.value.rows) remember(known.current, row);
      // What is known is read while rendering.
      setFound((now) => ({ ...now }));
      return answer.value.rows;
    },
    [list, known, setFound],
  );
}

/** An answer that was overtaken on its way says nothing new. */
function remember(known: Map<string, PictureLine>, row: PictureLine): void {
  if ((known.get(row.id)?.version ?? 0) <= row.version) known.set(row.id, row);
}
