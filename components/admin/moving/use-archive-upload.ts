import { useRef, useState } from "react";
import type { Upload } from "tus-js-client";
import { archiveUpload } from "./archive-tus.ts";

/** One archive at a time: how far it is, and what the server said of it. */
export function useArchiveUpload(noAnswer: string, onDone: (importId: string) => void) {
  const [share, setShare] = useState<number | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const held = useRef<Upload | null>(null);
  function send(file: File, metadata: Record<string, string>) {
    setTrouble(null);
    setShare(0);
    held.current = archiveUpload(file, metadata, {
      progress: setShare,
      failed: (sentence) => {
        setShare(null);
        setTrouble(sentence ?? noAnswer);
      },
      done: (importId) => {
        setShare(null);
        onDone(importId);
      },
    });
    held.current.start();
  }
  function cancel() {
    void held.current?.abort(true);
    setShare(null);
  }
  return { share, trouble, send, cancel };
}
