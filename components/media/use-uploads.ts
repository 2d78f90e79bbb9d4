/**
 * Files on their way to the server, each with its own progress. A file is waiting, sending, paused
 * (by hand), lost (the connection is gone; it goes on by itself when that is back), refused (the
 * server's sentence says why), or done: then it is a picture.
 */
import { useCallback, useEffect, useRef, useState } from "react";
import type { Upload } from "tus-js-client";
import { startUpload, tusUpload } from "./tus-upload.ts";

/** On a phone's line, five at once would all be slow. */
const AT_ONCE = 2;

export type PictureUpload = {
  key: string;
  file: File;
  /** An address for looking at the file before it is on the server. */
  localSrc: string;
  state: "waiting" | "sending" | "paused" | "lost" | "refused" | "done";
  sentBytes: number;
  /** Why it is refused, in the server's words. */
  sentence: string | null;
  pictureId: string | null;
  isKnown: boolean;
};

type Patch = (key: string, change: Partial<PictureUpload>) => void;

export function useUploads(onDone?: (pictureId: string) => void) {
  const [uploads, setUploads] = useState<readonly PictureUpload[]>([]);
  const held = useRef(new Map<string, Upload>());
  const done = useRef(onDone);
  done.current = onDone;
  const patch: Patch = useCallback((key, change) => {
    setUploads((all) => all.map((each) => (each.key === key ? { ...each, ...change } : each)));
  }, []);
  const add = useCallback(
    (files: Iterable<File>) => {
      const added = [...files].map(freshUpload);
      for (const { key, file } of added) {
        const upload = tusUpload(file, {
          progress: (sentBytes) => patch(key, { sentBytes }),
          refused: (sentence) => patch(key, { state: "refused", sentence }),
          lost: () => patch(key, { state: "lost" }),
          done: (pictureId, isKnown) => {
            patch(key, { state: "done", pictureId, isKnown, sentBytes: file.size });
            done.current?.(pictureId);
          },
        });
        held.current.set(key, upload);
      }
      setUploads((all) => [...all, ...added]);
    },
    [patch],
  );
  const pause = useCallback(
    (key: string) => {
      void held.current.get(key)?.abort();
      patch(key, { state: "paused" });
    },
    [patch],
  );
  const resume = useCallback((key: string) => patch(key, { state: "waiting" }), [patch]);
  const takeOut = useCallback((key: string) => {
    void held.current.get(key)?.abort();
    held.current.delete(key);
    setUploads((all) => all.filter((each) => each.key !== key));
  }, []);
  const clear = useCallback(() => setUploads((all) => all.filter(({ state }) => state !== "done")), []);
  useTurns(uploads, held, patch);
  useGoOnWhenOnline(setUploads);
  return { uploads, add, pause, resume, takeOut, clear };
}
export type Uploads = ReturnType<typeof useUploads>;

let counted = 0;

function freshUpload(file: File): PictureUpload {
  counted += 1;
  return {
    key: `upload-${counted}`,
    file,
    localSrc: URL.createObjectURL(file),
    state: "waiting",
    sentBytes: 0,
    sentence: null,
    pictureId: null,
    isKnown: false,
  };
}

function useTurns(
  uploads: readonly PictureUpload[],
  held: { readonly current: ReadonlyMap<string, Upload> },
  patch: Patch,
): void {
  useEffect(() => {
    const sending = uploads.filter(({ state }) => state === "sending").length;
    const waiting = uploads.filter(({ state }) => state === "waiting");
    for (const { key } of waiting.slice(0, Math.max(0, AT_ONCE - sending))) {
      const upload = held.current.get(key);
      if (!upload) continue;
      patch(key, { state: "sending" });
      void startUpload(upload);
    }
  }, [uploads, held, patch]);
}

function useGoOnWhenOnline(set: (next: (all: readonly PictureUpload[]) => readonly PictureUpload[]) => void) {
  useEffect(() => {
    const goOn = () =>
      set((all) =>
        all.map((each) => (each.state === "lost" ? { ...each, state: "waiting" as const } : each)),
      );
    window.addEventListener("online", goOn);
    return () => window.removeEventListener("online", goOn);
  }, [set]);
}
