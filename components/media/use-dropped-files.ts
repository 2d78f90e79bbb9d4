/** Files that are dropped anywhere on the page, or pasted outside of a text field. */
import { useEffect, useRef, useState } from "react";

/** A picker over the page gets them instead of the page: the last that came is the one that listens. */
const listening: symbol[] = [];

/** True while files hang over the page. */
export function useDroppedFiles(onFiles: (files: File[]) => void): boolean {
  const [isOver, setOver] = useState(false);
  const given = useRef(onFiles);
  given.current = onFiles;
  useEffect(() => {
    const mine = Symbol("listener");
    listening.push(mine);
    const isMine = () => listening.at(-1) === mine;
    // Every element on the way says enter and leave; it has left when all that were entered were.
    let depth = 0;
    const enter = (event: DragEvent) => {
      if (!isMine() || !hasFiles(event.dataTransfer)) return;
      event.preventDefault();
      depth += 1;
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (!hasFiles(event.dataTransfer)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    const over = (event: DragEvent) => {
      if (hasFiles(event.dataTransfer)) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      depth = 0;
      setOver(false);
      if (!isMine() || event.defaultPrevented || !event.dataTransfer || event.dataTransfer.files.length === 0)
        return;
      event.preventDefault();
      given.current([...event.dataTransfer.files]);
    };
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (!isMine() || event.defaultPrevented || files.length === 0) return;
      event.preventDefault();
      given.current(files);
    };
    const stop = new AbortController();
    const { signal } = stop;
    window.addEventListener("dragenter", enter, { signal });
    window.addEventListener("dragleave", leave, { signal });
    window.addEventListener("dragover", over, { signal });
    window.addEventListener("drop", drop, { signal });
    window.addEventListener("paste", paste, { signal });
    return () => {
      stop.abort();
      listening.splice(listening.indexOf(mine), 1);
    };
  }, []);
  return isOver;
}

function hasFiles(transfer: DataTransfer | null): boolean {
  return transfer?.types.includes("Files") ?? false;
}
