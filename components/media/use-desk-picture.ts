/** A picture as the desk knows it, on a screen that changes it: loaded, saved, looked at again while it is prepared. */
import { useCallback, useEffect, useRef, useState } from "react";
import type { z } from "zod";
import type { DeskPicture } from "#domain/pictures/find.ts";
import type { cutPictureInput, pictureFieldsSchema } from "#domain/pictures/input.ts";
import type { Answer } from "../editor/autosave.ts";
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
    version.current = answer.value.picture.version;
    setDesk(answer.value);
  }, [actions, pictureId]);
  useEffect(() => void load(), [load]);

  const isProcessing = desk?.picture.state === "processing";
  useEffect(() => {
    if (!isProcessing || !desk) return;
    const timer = setTimeout(() => void load(), LOOK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [isProcessing, desk, load]);

  /** Whether it was done. The sentence of a refusal stands in `problem`. */
  const write = useCallback(
    async (act: (version: number) => Promise<Answer<{ version: number }>>): Promise<boolean> => {
      setSaving("saving");
      setProblem(null);
      const answer = await act(version.current);
      setSaving(answer.ok ? "saved" : "idle");
      if (!answer.ok) {
        setProblem(answer.problem.message);
        return false;
      }
      version.current = answer.value.version;
      await load();
      onChanged?.();
      return true;
    },
    [load, onChanged],
  );
  const save = useCallback(
    (fields: FieldChange) => write((version) => actions.change({ pictureId, version, fields })),
    [actions, pictureId, write],
  );
  const cut = useCallback(
    (how: Cut) => write((version) => actions.cut({ pictureId, version, ...how })),
    [actions, pictureId, write],
  );
  const pull = useCallback(
    (replacedBy: string | null, note: string) =>
      write((version) => actions.pull({ pictureId, version, replacedBy, note })),
    [actions, pictureId, write],
  );
  const giveBack = useCallback(
    () => write((version) => actions.giveBack({ pictureId, version })),
    [actions, pictureId, write],
  );
  return { desk, problem, saving, load, save, cut, pull, giveBack };
}
export type OpenPicture = ReturnType<typeof useDeskPicture>;
