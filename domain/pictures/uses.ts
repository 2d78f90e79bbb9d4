/**
 * Where pictures stand, derived from what was saved and from what went out. "Where is it used",
 * "pull it everywhere" and "may this file be fetched" all ask this one table, so whoever makes a
 * text the head or puts it in front of readers keeps it here, in the same transaction.
 */
import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { pictures, pictureUses } from "#db/schema-pictures.ts";
import type { NodeJson, StoredDocument, StoryFields } from "#db/shapes.ts";

type Stands = "head" | "live";
type Text = { fields: Pick<StoryFields, "lead">; document: StoredDocument };

/** Ids of the pictures in a body, in reading order, each once. */
export function picturesInBody({ doc }: StoredDocument): string[] {
  const found = new Set<string>();
  const walk = (node: NodeJson) => {
    const pictureId = node.type === "picture" ? node.attrs?.pictureId : undefined;
    if (typeof pictureId === "string") found.add(pictureId);
    for (const child of node.content ?? []) walk(child);
  };
  walk(doc);
  return [...found];
}

/** Replaces what is known of a story's pictures on one side: the newsroom's newest text, or the readers'. */
export async function keepPictureUses(
  tx: Transaction,
  storyId: string,
  stands: Stands,
  { fields, document }: Text,
): Promise<void> {
  await dropPictureUses(tx, storyId, stands);
  const wanted = [
    ...(fields.lead === null ? [] : [{ pictureId: fields.lead.pictureId, place: "lead" as const }]),
    ...picturesInBody(document).map((pictureId) => ({ pictureId, place: "body" as const })),
  ];
  if (wanted.length === 0) return;
  // A text may name a picture that was never here (raw JSON, another newsroom's copy): it has no use.
  const known = await tx
    .select({ id: pictures.id })
    .from(pictures)
    .where(
      inArray(
        pictures.id,
        wanted.map(({ pictureId }) => pictureId),
      ),
    );
  const ids = new Set(known.map(({ id }) => id));
  const rows = wanted.filter(({ pictureId }) => ids.has(pictureId));
  if (rows.length > 0) await tx.insert(pictureUses).values(rows.map((use) => ({ ...use, storyId, stands })));
}

/** For a story that readers don't have any more. */
export async function dropPictureUses(tx: Transaction, storyId: string, stands: Stands): Promise<void> {
  await tx.delete(pictureUses).where(and(eq(pictureUses.storyId, storyId), eq(pictureUses.stands, stands)));
}
