/** The desk's grid: what the page came with, then what was asked for since. */
import { useCallback, useEffect, useRef, useState } from "react";
import type { ListPicturesInput } from "#domain/pictures/input.ts";
import type { PictureLine } from "#domain/pictures/list.ts";
import { usePictureActions } from "./pictures.client.tsx";

const PAGE = 60;
const MOST_AT_ONCE = 100;
const WHILE_PREPARED_MS = 1_500;

export type Page = { rows: PictureLine[]; next: string | null };
export type Asked = Omit<ListPicturesInput, "limit" | "after">;

export function usePictureList(first: Page, asked: Asked) {
  const { list } = usePictureActions();
  const [page, setPage] = useState(first);
  const [problem, setProblem] = useState<string | null>(null);
  const count = useRef(first.rows.length);
  count.current = page.rows.length;
  const ask = useCallback(
    async (limit: number, after?: string): Promise<Page | null> => {
      const answer = await list({ ...asked, limit, after });
      setProblem(answer.ok ? null : answer.problem.message);
      return answer.ok ? answer.value : null;
    },
    [list, asked],
  );
  /** As many as stand there, looked at anew. */
  const reload = useCallback(async () => {
    const fresh = await ask(Math.min(MOST_AT_ONCE, Math.max(PAGE, count.current)));
    if (fresh) setPage(fresh);
  }, [ask]);
  const loadMore = async () => {
    if (page.next === null) return;
    const more = await ask(PAGE, page.next);
    if (more) setPage((now) => ({ rows: [...now.rows, ...more.rows], next: more.next }));
  };
  useEffect(() => {
    if (!page.rows.some(({ state }) => state === "processing")) return;
    const timer = setTimeout(() => void reload(), WHILE_PREPARED_MS);
    return () => clearTimeout(timer);
  }, [page, reload]);
  return { rows: page.rows, hasMore: page.next !== null, problem, reload, loadMore };
}
