import { eq } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { readerMedia } from "#db/reader.ts";
import { keys } from "../publications/keys.ts";

/**
 * Whether anybody may have this file now, and the keys of everything that it hangs on: a picture
 * on a live page, a live story's share card. Null: nobody may.
 */
export async function findPublicFile(db: Database, name: string): Promise<{ keys: string[] } | null> {
  const rows = await db.select().from(readerMedia).where(eq(readerMedia.name, name)).limit(50);
  if (rows.length === 0) return null;
  const touched = rows.flatMap(({ pictureId, storyNumber }) => [
    ...(pictureId === null ? [] : [keys.picture(pictureId)]),
    ...(storyNumber === null ? [] : [keys.story(storyNumber)]),
  ]);
  return { keys: [...new Set(touched)] };
}
