/** What a picker shows: the newest pictures that may be used, or those that the typed words find. */
import { useCallback, useEffect, useRef, useState } from "react";
import type { PictureLine } from "#domain/pictures/list.ts";
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
      if (mine !== asked.current) return; // something else was asked for meanwhile
      setLoading(false);
      if (!answer.ok) return setFound((now) => ({ ...now, problem: answer.problem.message }));
      const { rows, next } = answer.value;
      for (const row of rows) known.current.set(row.id, row);
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
  };
}
