/**
 * What stands at `/media/{name}`: the file while a live page shows it, the same 404 in every other
 * case, whether there ever was such a file or not.
 */
import type { Database } from "#db/client.ts";
import { findPublicFile } from "#domain/pictures/find-public-file.ts";
import { keys } from "#domain/publications/keys.ts";
import type { Print } from "../print.ts";
import { contentTypeOf, isPublicName, publicKey } from "../storage/keys.ts";
import type { Store } from "../storage.ts";

/** How long the front may go on saying 404: a file may come with the next publication. */
const MISS_MS = 2_000;

export async function publicFile(
  { db, now }: { db: Database; now: Date },
  store: Store,
  name: string,
): Promise<Print> {
  const found = isPublicName(name) ? await findPublicFile(db, name) : null;
  if (found === null) return miss(now);
  const bytes = await store.read(publicKey(name));
  // The newsroom says that it is here: a store that has lost it is a failure, not an answer.
  if (bytes === null) throw new Error(`the store has lost ${name}`);
  return { status: 200, keys: found.keys, body: bytes, contentType: contentTypeOf(name), keep: "for-ever" };
}

function miss(now: Date): Print {
  const staleAt = new Date(now.getTime() + MISS_MS);
  return {
    status: 404,
    keys: [keys.media()],
    staleAt,
    body: "Not found.\n",
    contentType: "text/plain; charset=utf-8",
  };
}
