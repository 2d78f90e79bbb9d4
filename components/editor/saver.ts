/** What a screen asks of whatever keeps its text: the autosave over an action, or the story's room. */
import type { SaveState } from "./autosave.ts";

export type ScreenState = Omit<SaveState, "status"> & {
  status: SaveState["status"] | "device" | "readOnly";
  /** Since when something is on this device only. */
  since?: Date | null;
  /** How many words of it. */
  words?: number;
  /** The story's newest revision that this screen has heard of, whoever wrote it. */
  newestRevisionId?: string;
};

export type Saver = {
  state: () => ScreenState;
  /** Something was typed or chosen. */
  touch: () => void;
  /** True when the server has what is on the screen as `state().revisionId`. */
  flush: () => Promise<boolean>;
  /** The screen now shows this revision as the server has it. */
  rebase: (revisionId: string, savedAt: Date) => void;
};
