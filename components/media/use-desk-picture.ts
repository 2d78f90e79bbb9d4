/** A picture as the desk knows it, on a screen that changes it: loaded, saved, looked at again while it is prepared. */
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { z } from "zod";
import type { DeskPicture } from "#domain/pictures/find.ts";
import type { cutPictureInput, pictureFieldsSchema } from "#domain/pictures/input.ts";
import type { Answer } from "../editor/autosave.ts";
import type { PictureActions } from "./picture-actions.ts";
import { usePictureActions } from "./pictures.client.tsx";

const LOOK_AGAIN_MS = 1_200;

export type FieldChange = z.input<typeof pictureFieldsSchema>;
export type Cut = Omit<z.input<typeof cutPictureInput>, "pictureId" | "version">;

export function useDeskPicture(pictureId: string, onChanged?: () => void) {
  const actions = usePictureActions();
  const [desk, setDesk] = useState<DeskPicture | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [saving, setSaving] = useState<"idle" | "saving" | "saved">("idle");
  // The version that the next save builds on: an answer may be newer than what was rendered last.
  const version = useRef(0);
  const load = useCallback(async () => {
    const answer = await actions.get({ pictureId });
    if (!answer.ok) return setProblem(answer.problem.message);
    version.current = Math.max(version.current, answer.value.picture.version);
    setDesk(answer.value);
  }, [actions, pictureId]);
  useEffect(() => void load(), [load]);

  const isProcessing = desk?.picture.state === "processing";
  useEffect(() => {
    if (!isProcessing || !desk) return;
    const timer = setTimeout(() => void load(), LOOK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [isProcessing, desk, load]);

  // One after the other: each builds on the version that the one before has made.
  const last = useRef<Promise<unknown>>(Promise.resolve());
  /** Whether it was done. The sentence of a refusal stands in `problem`. */
  const write = useCallback(
    (act: Parameters<Write>[0]): Promise<boolean> => {
      const turn = last.current.then(async () => {
        setSaving("saving");
        setProblem(null);
        const answer = await act(version.current);
        if (answer.ok) version.current = Math.max(version.current, answer.value.version);
        else setProblem(answer.problem.message);
        setSaving(answer.ok ? "saved" : "idle");
        // Also after a refusal: a colleague was faster, and theirs is what the next save builds on.
        await load();
        if (answer.ok) onChanged?.();
        return answer.ok;
      });
      last.current = turn;
      return turn;
    },
    [load, onChanged],
  );
  return { desk, problem, saving, load, ...useWriting(actions, pictureId, write) };
}
export type OpenPicture = ReturnType<typeof useDeskPicture>;

type Write = (act: (version: number) => Promise<Answer<{ version: number }>>) => Promise<boolean>;

/** What can be done to the picture, each act on the version that the screen has seen last. */
function useWriting(actions: PictureActions, pictureId: string, write: Write) {
  return useMemo(
    () => ({
      save: (fields: FieldChange) => write((version) => actions.change({ pictureId, version, fields })),
      cut: (how: Cut) => write((version) => actions.cut({ pictureId, version, ...how })),
      pull: (replacedBy: string | null, note: string) =>
        write((version) => actions.pull({ pictureId, version, replacedBy, note })),
      giveBack: () => write((version) => actions.giveBack({ pictureId, version })),
    }),
    [actions, pictureId, write],
  );
}
