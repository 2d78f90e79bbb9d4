import { and, eq, isNull, ne, sql } from "drizzle-orm";
import type { Database, Transaction } from "#db/client.ts";
import { outlet } from "#db/schema.ts";
import { pictures } from "#db/schema-pictures.ts";
import { actorId, type Ctx } from "../context.ts";
import { recordEvent } from "../events.ts";
import { instantAt } from "../languages/zone.ts";
import { authorize } from "../permissions.ts";
import { shownFileName } from "./file-name.ts";
import { orderRenditions } from "./prepare.ts";
import { pictureSearchText } from "./search-text.ts";
import type { PictureWords } from "./words.ts";

export type NewPicture = {
  /** Where the original lies in the store. */
  originalKey: string;
  /** SHA-256 of its bytes, in hex. */
  originalHash: string;
  fileName: string;
  format: string;
  bytes: number;
  width: number;
  height: number;
  words: PictureWords;
};
export type Added = { pictureId: string; isKnown: boolean };

/**
 * Takes a picture in: from now on the desk has it, its public files are being made. The same
 * bytes once more are the picture that is here already, unless that one was pulled or couldn't be
 * read. What the file says of itself fills the fields; its rights stay unknown until somebody says.
 */
export async function addPicture({ db, actor, now }: Ctx, added: NewPicture): Promise<Added> {
  authorize(actor, "picture.upload");
  return db.transaction(async (tx) => {
    // Two uploads of one file at the same moment: the second finds the first.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${added.originalHash}, 4711002))`);
    const known = await sameBytes(tx, added.originalHash);
    if (known !== null) return { pictureId: known, isKnown: true };
    const { words, fileName, ...file } = added;
    const { takenAt, ...said } = words;
    const row = { ...file, ...said, fileName: shownFileName(fileName) };
    const [picture] = await tx
      .insert(pictures)
      .values({
        ...row,
        takenAt: takenAt && (await instantOf(tx, takenAt)),
        searchText: pictureSearchText({ ...row, proof: "" }),
        uploadedBy: actorId(actor),
        updatedBy: actorId(actor),
        createdAt: now,
        updatedAt: now,
      })
      .returning({ id: pictures.id, edition: pictures.edition });
    if (!picture) throw new Error("a picture was not stored");
    await orderRenditions(tx, picture.id, picture.edition);
    await recordEvent(
      tx,
      { actor, now },
      {
        act: "picture.added",
        subjectId: picture.id,
        after: { fileName: row.fileName, format: file.format, width: file.width, height: file.height },
      },
    );
    return { pictureId: picture.id, isKnown: false };
  });
}

/** The picture with exactly these bytes, before they are stored a second time. Null: there is none to be used. */
export async function findKnownPicture({ db, actor }: Ctx, originalHash: string): Promise<string | null> {
  authorize(actor, "picture.upload");
  return sameBytes(db, originalHash);
}

async function sameBytes(db: Database, originalHash: string): Promise<string | null> {
  const [known] = await db
    .select({ id: pictures.id })
    .from(pictures)
    .where(
      and(eq(pictures.originalHash, originalHash), isNull(pictures.pulledAt), ne(pictures.state, "refused")),
    )
    .orderBy(pictures.createdAt)
    .limit(1);
  return known?.id ?? null;
}

/** A camera that doesn't say its zone is taken to be in the newsroom's. */
async function instantOf(tx: Transaction, taken: NonNullable<PictureWords["takenAt"]>): Promise<Date | null> {
  if (taken.offset !== "") return new Date(`${taken.local}${taken.offset}`);
  const [row] = await tx.select({ settings: outlet.settings }).from(outlet);
  return instantAt(taken.local, row?.settings.timeZone ?? "UTC");
}
