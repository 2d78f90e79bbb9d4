/** How pictures come into the body of an open story: the picker's question and what becomes of its answer. */
import type { Editor } from "@tiptap/react";
import { useCallback, useMemo, useRef, useState } from "react";
import { type BodyTools, type PictureRequest, placePictures } from "../editor/blocks/body-tools.ts";

type Parts = { editor: Editor | null; open: () => void; close: () => void };

export function useBodyTools(): {
  tools: BodyTools;
  request: PictureRequest | null;
  /** Told once the screen has both: a body to put pictures into, and a way to show the picker. */
  connect: (parts: Parts) => void;
  addPictures: (asked?: Omit<PictureRequest, "onPick"> & { at?: number | null }) => void;
} {
  const parts = useRef<Parts>({ editor: null, open: () => undefined, close: () => undefined });
  const [request, setRequest] = useState<PictureRequest | null>(null);
  const askForPictures = useCallback((asked: PictureRequest) => {
    setRequest({
      ...asked,
      onPick: (picked) => {
        parts.current.close();
        asked.onPick(picked);
      },
    });
    parts.current.open();
  }, []);
  const addPictures = useCallback(
    ({ at = null, ...asked }: Omit<PictureRequest, "onPick"> & { at?: number | null } = {}) =>
      askForPictures({
        ...asked,
        onPick: (picked) => {
          const { editor } = parts.current;
          if (editor) placePictures(editor, picked, at);
        },
      }),
    [askForPictures],
  );
  const connect = useCallback((now: Parts) => {
    parts.current = now;
  }, []);
  const tools = useMemo(() => ({ askForPictures }), [askForPictures]);
  return { tools, request, connect, addPictures };
}
