import { eq } from "drizzle-orm";
import * as Y from "yjs";
import { sessions, stories } from "#db/schema.ts";
import type { Person } from "../context.ts";
import { appendUpdates } from "../rooms/append-updates.ts";
import { openRoom } from "../rooms/open-room.ts";
import { bodyOf } from "../rooms/room-document.ts";
import type { Scene } from "./test.ts";

/** Somebody in a room: a copy of its document, and a session in which they type. */
export type InRoom = { person: Person; sessionId: string; storyId: string; room: Y.Doc };

export async function aSession({ db }: Pick<Scene, "db">, { personId }: Person): Promise<string> {
  const [row] = await db
    .insert(sessions)
    .values({ personId, expiresAt: new Date("2999-01-01T00:00:00Z") })
    .returning({ id: sessions.id });
  if (!row) throw new Error("no session was opened");
  return row.id;
}

export async function enter(scene: Scene, person: Person, storyId: string): Promise<InRoom> {
  const room = new Y.Doc({ gc: false });
  const { updates } = await openRoom(scene.as(person), { storyId });
  for (const update of updates) Y.applyUpdate(room, update);
  return { person, sessionId: await aSession(scene, person), storyId, room };
}

/** Types at the end of a paragraph (counted from 0) and has it written down, as the live connection does. */
export async function type(scene: Scene, { sessionId, storyId, room }: InRoom, text: string, at = 0) {
  const before = Y.encodeStateVector(room);
  const paragraph = bodyOf(room).get(at) as Y.XmlElement;
  if (paragraph.length === 0) paragraph.insert(0, [new Y.XmlText()]);
  const letters = paragraph.get(0) as Y.XmlText;
  letters.insert(letters.length, text);
  const update = Y.encodeStateAsUpdate(room, before);
  const [answer] = await appendUpdates({ db: scene.db, now: scene.as(scene.newsroom.rawa).now }, [
    { sessionId, storyId, update },
  ]);
  return { update, refusal: answer ?? null };
}

export async function headIdOf({ db }: Pick<Scene, "db">, storyId: string): Promise<string> {
  const [story] = await db.select().from(stories).where(eq(stories.id, storyId));
  return story?.headRevisionId ?? "";
}
