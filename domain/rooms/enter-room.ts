import * as Y from "yjs";
import type { Ctx } from "../context.ts";
import { findRoom } from "./find-room.ts";
import { keepScreen } from "./keep-revision.ts";
import { openRoom } from "./open-room.ts";

/**
 * A story's room as a page hands it to a browser, so that one can read and type before any live
 * connection stands: who one is there, the text as one update (base64), and the revision that is exactly
 * this text. A screen that can't be connected saves on that revision: on an older one, a colleague's last
 * words would come in twice. What was deleted is left out: only the server needs it.
 */
export async function enterRoom(ctx: Ctx, { storyId }: { storyId: string }) {
  const facts = await findRoom(ctx, { storyId });
  const { updates, typists } = await openRoom(ctx, { storyId });
  const room = new Y.Doc({ gc: false });
  const lean = new Y.Doc();
  const whole = Y.mergeUpdates(updates);
  Y.applyUpdate(room, whole);
  Y.applyUpdate(lean, whole);
  const snapshot = Y.encodeSnapshot(Y.snapshot(room));
  const { revisionId, savedAt } = await keepScreen(ctx, { storyId, room, typists, snapshot });
  const state = Buffer.from(Y.encodeStateAsUpdate(lean)).toString("base64");
  return { ...facts, state, revisionId, savedAt };
}
export type EnteredRoom = Awaited<ReturnType<typeof enterRoom>>;
