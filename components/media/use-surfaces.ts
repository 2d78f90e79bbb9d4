/**
 * What came of a pull, line by line: the lines come at once, each with its addresses, and are then
 * looked at as a reader would, a few dozen at a time, so that one sees it go on.
 */
import { useCallback, useEffect, useRef, useState } from "react";
import type { SurfaceResult } from "#domain/pictures/look-again.ts";
import type { SurfaceLine } from "#domain/pictures/surfaces.ts";
import { usePictureActions } from "./pictures.client.tsx";

const AT_ONCE = 40;

export type Seen = SurfaceResult["state"] | "looking";
export type LookedLine = SurfaceLine & { seen: Seen; where: readonly string[] };

export function useSurfaces(pictureId: string) {
  const { listSurfaces, lookAtSurfaces } = usePictureActions();
  const [lines, setLines] = useState<readonly LookedLine[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const patch = useCallback((results: readonly SurfaceResult[]) => {
    const known = new Map(results.map((result) => [result.id, result]));
    setLines((now) =>
      (now ?? []).map((line) => {
        const result = known.get(line.id);
        return result ? { ...line, seen: result.state, where: result.paths } : line;
      }),
    );
  }, []);
  const look = useCallback(
    async (lineIds: readonly string[]) => {
      patch(lineIds.map((id) => ({ id, state: "looking", paths: [] }) as unknown as SurfaceResult));
      for (let at = 0; at < lineIds.length; at += AT_ONCE) {
        const some = lineIds.slice(at, at + AT_ONCE);
        const answer = await lookAtSurfaces({ pictureId, lineIds: [...some] });
        if (answer.ok) patch(answer.value);
        else {
          setProblem(answer.problem.message);
          patch(some.map((id) => ({ id, state: "unanswered", paths: [] })));
        }
      }
    },
    [lookAtSurfaces, patch, pictureId],
  );
  const started = useRef<string | null>(null);
  useEffect(() => {
    if (started.current === pictureId) return;
    started.current = pictureId;
    const begin = async () => {
      const answer = await listSurfaces({ pictureId });
      if (!answer.ok) return setProblem(answer.problem.message);
      setLines(answer.value.map((line) => ({ ...line, seen: "looking", where: [] })));
      await look(answer.value.map(({ id }) => id));
    };
    void begin();
  }, [listSurfaces, look, pictureId]);
  return { lines, problem, look };
}
