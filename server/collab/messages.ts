/** What browsers ask of a room beside its text, and the answers. Unknown messages are let pass. */
import type { Document } from "@hocuspocus/server";
import { z } from "zod";
import { Problem } from "#domain/problem.ts";
import { keepScreen } from "#domain/rooms/keep-revision.ts";
import { findSession } from "#domain/users/find-session.ts";
import { log } from "../log.ts";
import type { Rooms } from "./rooms.ts";
import { type Seated, tell, tellRights } from "./seat.ts";

const asked = z.discriminatedUnion("type", [
  z.object({ type: z.literal("mark"), n: z.number() }),
  z.object({
    type: z.literal("checkpoint"),
    ask: z.union([z.string().max(100), z.number()]),
    snapshot: z.base64().max(1_000_000),
  }),
]);
type Checkpoint = Extract<z.output<typeof asked>, { type: "checkpoint" }>;

export async function answer(
  rooms: Rooms,
  connection: Seated,
  document: Document,
  payload: string,
): Promise<void> {
  const message = asked.safeParse(jsonIn(payload));
  if (!message.success) return;
  if (message.data.type === "checkpoint") return checkpoint(rooms, connection, document, message.data);
  // Messages of one connection are worked off in their order, each awaited: everything before is committed.
  if (connection.context.hasRefused) tellRights(connection);
  else tell(connection, { type: "marked", n: message.data.n });
}

async function checkpoint(
  rooms: Rooms,
  connection: Seated,
  document: Document,
  { ask, snapshot }: Checkpoint,
): Promise<void> {
  try {
    const { revisionId, savedAt } = await document.saveMutex.runExclusive(() =>
      keep(rooms, connection, document, snapshot),
    );
    tell(connection, { type: "checkpointed", ask, revisionId, savedAt });
  } catch (error) {
    if (!(error instanceof Problem)) log().error({ err: error }, "a checkpoint failed");
    const { kind, message } =
      error instanceof Problem
        ? error
        : {
            kind: "unavailable",
            message: "The newsroom can't store your text just now. Try again in a moment.",
          };
    tell(connection, { type: "refused", ask, problem: { kind, message } });
  }
}

async function keep(rooms: Rooms, connection: Seated, document: Document, snapshot: string) {
  const now = new Date();
  const session = await findSession({ db: rooms.db, now }, connection.context.sessionId);
  if (!session) throw new Problem("signed-out", "Your session has ended. Sign in again.");
  if (connection.context.hasRefused) {
    throw new Problem("conflict", connection.context.refusal ?? "Some of your text was refused.");
  }
  const kept = await keepScreen(
    { db: rooms.db, actor: session.person, now },
    {
      storyId: document.name,
      room: document,
      typists: rooms.typistsIn(document.name),
      snapshot: new Uint8Array(Buffer.from(snapshot, "base64")),
    },
  );
  rooms.announce(document, kept);
  return kept;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
