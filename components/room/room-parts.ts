import type { Answer } from "../editor/autosave.ts";
import type { ScreenState } from "../editor/saver.ts";
import type { Refusal } from "./line.ts";
import type { Merged } from "./merged.ts";

/** What the page brings along, so that one can read and type before the line is up. */
export type RoomOpening = {
  you: { personId: string; name: string; colour: string; initials: string };
  mayWrite: boolean;
  schemaVersion: number;
  isEmbargoed: boolean;
  /** The room's document, in base64. */
  state: string;
  /** The revision that holds exactly this state. */
  revisionId: string;
  savedAt: Date;
  /** Names the copies of this session on this device. */
  deviceKey: string;
};

export type RoomSentences = Record<"noAnswer" | "onDeviceOnly" | "closed" | Refusal, string>;

export type RoomParts = {
  storyId: string;
  opening: RoomOpening;
  say: RoomSentences;
  /** Asks the newsroom the other way whether this person may still write here. */
  ask: () => Promise<Answer<{ may: { write: boolean } }>>;
};

export type RoomState = ScreenState & {
  /** Blocks that both sides had changed, until somebody has looked. */
  merged: Merged | null;
  /** The room can't be had: this screen writes alone from now on. */
  isGivenUp: boolean;
  mayWrite: boolean;
};

export function firstState({ revisionId, savedAt, mayWrite }: RoomOpening): RoomState {
  return {
    ...{ status: "saved", sentence: null, aside: null, since: null, words: 0 },
    ...{ merged: null, isGivenUp: false, mayWrite },
    ...{ revisionId, newestRevisionId: revisionId, savedAt },
  };
}
