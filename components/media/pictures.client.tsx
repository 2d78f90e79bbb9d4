"use client";
import { createContext, type ReactNode, useContext } from "react";
import type { PictureActions } from "./picture-actions.ts";

const Given = createContext<PictureActions | null>(null);

/**
 * Hands the picture actions to every picker, upload and sheet below it. The layouts of the desk
 * and of the admin's rooms have put it there, so that a block deep in a story's body finds them.
 */
export function Pictures({ actions, children }: { actions: PictureActions; children: ReactNode }) {
  return <Given value={actions}>{children}</Given>;
}

export function usePictureActions(): PictureActions {
  const actions = useContext(Given);
  if (!actions) throw new Error("No <Pictures actions={…}> stands above this component.");
  return actions;
}
