/** What tests of rooms share: the process for live connections, people in it, and the log as the disk has it. */
import { sql } from "drizzle-orm";
import * as Y from "yjs";
import type { Person } from "#domain/context.ts";
import { aStory } from "#domain/testing/a-story.ts";
import { doc, p } from "#domain/testing/doc.ts";
import { test as inNewsroom, type Scene } from "#domain/testing/test.ts";
import { CollabAlone } from "./collab.ts";
import { RoomClient, type RoomOptions } from "./room-client.ts";

/** A test with the process for live connections on the newsroom of its file. */
export const test = inNewsroom.extend<{ collab: CollabAlone }>({
  collab: [
    async ({ scene }, use) => {
      const collab = await CollabAlone.start(scene);
      await use(collab);
      await collab.close();
    },
    { scope: "file" },
  ],
});

const present: RoomClient[] = [];

/** Everybody that came in since the last time: called after each test. */
export function everybodyLeaves(): void {
  for (const client of present.splice(0)) client.leave();
}

export async function enter(
  collab: CollabAlone,
  person: Person,
  options: RoomOptions | string,
): Promise<RoomClient> {
  const asked = typeof options === "string" ? { storyId: options } : options;
  const client = new RoomClient(await collab.doorOf(person), asked);
  present.push(client);
  return client;
}

export async function bread(scene: Scene) {
  return aStory(scene, { by: scene.newsroom.rawa, document: doc(p("Bread"), p("From Monday.")) });
}

/** The text as a process finds it that knows nothing but the database. */
export async function stored({ db }: Scene, storyId: string): Promise<string> {
  const { rows } = await db.execute<{ update: Buffer }>(
    sql`select state as update, 0 as seq from story_rooms where story_id = ${storyId}
        union all select update, seq from story_updates where story_id = ${storyId} order by seq`,
  );
  const room = new Y.Doc();
  for (const { update } of rows) Y.applyUpdate(room, update);
  return room
    .getXmlFragment("body")
    .toString()
    .replaceAll(/<[^>]+>/g, "|");
}
