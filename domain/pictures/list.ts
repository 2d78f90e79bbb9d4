import {
  aliasedTable,
  and,
  desc,
  eq,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  not,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import { people } from "#db/schema.ts";
import { pictures } from "#db/schema-pictures.ts";
import { together } from "#db/together.ts";
import type { Ctx } from "../context.ts";
import { searchQuery } from "../languages/search-query.ts";
import { authorize } from "../permissions.ts";
import { Problem } from "../problem.ts";
import type { ListPicturesInput } from "./input.ts";
import { pictureReadableBy } from "./open-to.ts";
import { sourceLabelsOf } from "./source-labels.ts";
import { expiryOf, isOver, isOverSoon, isUsed } from "./standing.ts";

/**
 * The outlet's pictures, the newest first. Pages by keyset: `after` is the `next` of the page
 * before, so a list that grows while one reads it neither repeats nor drops a picture.
 */
export async function listPictures({ db, actor, now }: Ctx, input: ListPicturesInput) {
  authorize(actor, "story.read");
  const uploader = aliasedTable(people, "uploader");
  const [found, labelsOf] = await together(db, [
    () =>
      db
        .select({ ...pictureLine, uploadedByName: uploader.name })
        .from(pictures)
        .leftJoin(uploader, eq(uploader.id, pictures.uploadedBy))
        .where(and(pictureReadableBy(actor, now), ...conditions(input, now)))
        .orderBy(desc(pictures.createdAt), pictures.id)
        .limit(input.limit + 1),
    () => sourceLabelsOf(db),
  ]);
  const rows = found.slice(0, input.limit).map((row) => ({
    ...row,
    sourceLabels: labelsOf(row.source),
    expiry: expiryOf(row.validUntil, now),
  }));
  const last = rows.at(-1);
  return { rows, next: found.length > input.limit && last ? cursorOf(last) : null };
}
export type PictureLine = Awaited<ReturnType<typeof listPictures>>["rows"][number];

/** What a list shows of a picture, and what a story takes over when it is chosen. */
const pictureLine = {
  id: pictures.id,
  version: pictures.version,
  edition: pictures.edition,
  fileName: pictures.fileName,
  state: pictures.state,
  trouble: pictures.trouble,
  width: pictures.width,
  height: pictures.height,
  thumbhash: sql<string | null>`${pictures.printable} ->> 'thumbhash'`,
  colour: sql<string | null>`${pictures.printable} ->> 'colour'`,
  isPrintable: sql<boolean>`${pictures.printable} is not null`,
  author: pictures.author,
  source: pictures.source,
  credit: pictures.credit,
  description: pictures.description,
  altText: pictures.altText,
  rights: pictures.rights,
  rightsNote: pictures.rightsNote,
  validUntil: pictures.validUntil,
  instructions: pictures.instructions,
  uploadedBy: pictures.uploadedBy,
  createdAt: pictures.createdAt,
  pulledAt: pictures.pulledAt,
  replacedBy: pictures.replacedBy,
  isLive: sql<boolean>`${isUsed("live")}`,
  isInDraft: sql<boolean>`${isUsed("head")}`,
};

function conditions(input: ListPicturesInput, now: Date): SQL[] {
  const wanted: (SQL | undefined)[] = [
    ...searched(input),
    ...dated(input),
    input.rights ? eq(pictures.rights, input.rights) : undefined,
    input.uploadedBy ? eq(pictures.uploadedBy, input.uploadedBy) : undefined,
    input.use ? ofUse(input.use) : undefined,
    input.standing ? ofStanding(input.standing, now) : undefined,
    input.usable ? and(isNull(pictures.pulledAt), not(eq(pictures.state, "refused"))) : undefined,
    input.pictureIds ? inArray(pictures.id, input.pictureIds) : undefined,
    input.after ? following(input.after) : undefined,
  ];
  return wanted.filter((condition) => condition !== undefined);
}

function searched({ search, person }: ListPicturesInput): (SQL | undefined)[] {
  const query = search ? searchQuery(search) : null;
  return [
    query === null ? undefined : sql`${pictures.search} @@ to_tsquery('simple', ${query})`,
    person ? sql`${person} = any(${pictures.peopleShown})` : undefined,
  ];
}

function dated({ addedFrom, addedBefore, takenFrom, takenBefore }: ListPicturesInput): (SQL | undefined)[] {
  return [
    addedFrom ? gte(pictures.createdAt, addedFrom) : undefined,
    addedBefore ? lt(pictures.createdAt, addedBefore) : undefined,
    takenFrom ? gte(pictures.takenAt, takenFrom) : undefined,
    takenBefore ? lt(pictures.takenAt, takenBefore) : undefined,
  ];
}

function ofUse(use: NonNullable<ListPicturesInput["use"]>): SQL | undefined {
  switch (use) {
    case "live":
      return isUsed("live");
    case "draft":
      return and(isUsed("head"), not(isUsed("live")));
    case "unused":
      return not(or(isUsed("head"), isUsed("live")) ?? sql`false`);
    default:
      return use satisfies never;
  }
}

function ofStanding(standing: NonNullable<ListPicturesInput["standing"]>, now: Date): SQL | undefined {
  switch (standing) {
    case "expiring":
      return and(isOverSoon(now), isNull(pictures.pulledAt));
    case "expired":
      return and(isOver(now), isNull(pictures.pulledAt));
    case "pulled":
      return isNotNull(pictures.pulledAt);
    case "processing":
    case "refused":
      return eq(pictures.state, standing);
    default:
      return standing satisfies never;
  }
}

function cursorOf({ createdAt, id }: { createdAt: Date; id: string }): string {
  return `${createdAt.toISOString()}~${id}`;
}

function following(cursor: string): SQL {
  const [at, id] = cursor.split("~");
  if (!at || !id || Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id)) {
    throw new Problem("invalid", "That page of the list doesn't exist. Start from the top.");
  }
  // Instants come to us in milliseconds; the column has microseconds. Compare what we can name.
  const moment = sql`date_trunc('milliseconds', ${pictures.createdAt})`;
  return sql`(${pictures.createdAt} < ${at}::timestamptz + interval '1 millisecond'
    and (${moment} < ${at}::timestamptz or (${moment} = ${at}::timestamptz and ${pictures.id} > ${id}::uuid)))`;
}
