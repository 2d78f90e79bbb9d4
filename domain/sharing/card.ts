/**
 * What a story's share card shows: its lead picture, where that may be passed on, else its
 * headline, drawn. Of a picture only a file that readers may have is used, so what was blurred or
 * cut away is on no card either.
 */
import { eq } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { publications, stories } from "#db/schema.ts";
import { pictures } from "#db/schema-pictures.ts";
import type { Box, FaceChoice, OutletSettings, PictureUse, Point, RenditionFile } from "#db/shapes.ts";
import { together } from "#db/together.ts";
import { filesOf } from "../brand/logo.ts";
import type { Ctx } from "../context.ts";
import { getOutlet } from "../outlet/find-outlet.ts";
import { authorizeMachine } from "../permissions.ts";
import { boxAround, SHAPES } from "../pictures/crops.ts";
import { labelIn } from "../publications/snapshot.ts";
import type { Language, PictureRights } from "../vocabulary.ts";

/** A picture that would have to be blown up further than this says less than its headline. */
const LEAST_WIDTH = 640;
/** Ours: what a card is coloured with where the outlet has no colour of its own. */
const ACCENT = "#9d1c22";
const SHARABLE: readonly PictureRights[] = ["ours", "subscription", "handout", "permission", "free"];

export type CardPicture = { pictureId: string; sourceName: string; focal: Point; credit: string };
export type WantedCard = {
  publicationId: string;
  language: Language;
  headline: string;
  /** The kicker, or the section where there is none. */
  kicker: string;
  outletName: string;
  /** Names of the logo's files, by what they can be read on; null: the name in type. */
  logo: { onPaper: string | null; onPicture: string | null };
  accent: string;
  faces: FaceChoice | null;
  picture: CardPicture | null;
};

/** What the live publication's card is to show now. Null: readers have no such story. */
export async function findWantedCard(ctx: Ctx, storyId: string): Promise<WantedCard | null> {
  authorizeMachine(ctx.actor);
  const [row] = await ctx.db
    .select({ story: stories, publication: publications })
    .from(stories)
    .innerJoin(publications, eq(publications.id, stories.livePublicationId))
    .where(eq(stories.id, storyId));
  if (row?.story.live !== "published" || row.story.kind !== "story") return null;
  const { language } = row.story;
  const { id: publicationId, printed } = row.publication;
  const { settings } = await getOutlet(ctx);
  return {
    publicationId,
    language,
    headline: printed.headline,
    kicker: printed.kicker || printed.section.label,
    outletName: labelIn(settings.name, language),
    logo: await logoFor(ctx, settings),
    accent: settings.brand?.accent?.light ?? ACCENT,
    faces: settings.brand?.faces ?? null,
    picture: printed.lead ? await findCardPicture(ctx, printed.lead) : null,
  };
}

async function findCardPicture({ db, now }: Ctx, use: PictureUse): Promise<CardPicture | null> {
  const picture = await findShown(db, use.pictureId);
  if (!picture?.printable || !maySharePicture(picture, now)) return null;
  const file = widestOf(picture.printable.files);
  if (file === null) return null;
  const { focal, width, height } = picture.printable;
  const box = picture.crops.wide ?? boxAround(focal, SHAPES.wide, width, height);
  // Another picture in the place of a pulled one brings its own credit.
  const credit = picture.id === use.pictureId ? use.credit || picture.credit : picture.credit;
  return { pictureId: picture.id, sourceName: file.name, focal: within(focal, box), credit };
}

/** A card is light paper or a picture that is dark at its foot, whatever its viewer's screen is. */
async function logoFor({ db }: Ctx, { brand }: OutletSettings): Promise<WantedCard["logo"]> {
  const { logo = null, logoDark = null } = brand?.pictures ?? {};
  const [onPaper, onPicture] = await together(db, [
    () => (logo === null ? null : findShown(db, logo)),
    () => (logoDark === null ? null : findShown(db, logoDark)),
  ]);
  return { onPaper: logoFile(onPaper), onPicture: logoFile(onPicture) };
}

function logoFile(picture: PictureRow | null | undefined): string | null {
  if (!picture?.printable) return null;
  const whole = filesOf(picture.printable, "full", "webp");
  return (whole.find(({ width }) => width >= LEAST_WIDTH) ?? whole.at(-1))?.name ?? null;
}

type PictureRow = typeof pictures.$inferSelect;

/** The picture, or the one that stands in its place since it was pulled. */
async function findShown(db: Database, pictureId: string): Promise<PictureRow | null> {
  const [picture] = await db.select().from(pictures).where(eq(pictures.id, pictureId));
  if (!picture || picture.pulledAt === null) return picture ?? null;
  if (picture.replacedBy === null) return null;
  const [instead] = await db.select().from(pictures).where(eq(pictures.id, picture.replacedBy));
  return instead?.pulledAt === null ? instead : null;
}

/** Whether the outlet has said that it may pass the picture on, and still may. */
export function maySharePicture(
  { rights, validUntil }: Pick<PictureRow, "rights" | "validUntil">,
  now: Date,
): boolean {
  return SHARABLE.includes(rights) && (validUntil === null || validUntil > now);
}

function widestOf(files: readonly RenditionFile[]): RenditionFile | null {
  const fitting = files
    .filter(({ crop, format, width }) => crop === "wide" && format !== "avif" && width >= LEAST_WIDTH)
    .toSorted((a, b) => b.width - a.width || b.bytes - a.bytes);
  return fitting[0] ?? null;
}

/** Where the focal point lies in a part of the picture. */
function within(focal: Point, box: Box): Point {
  const inside = (at: number, begin: number, length: number) =>
    Math.min(1, Math.max(0, (at - begin) / length));
  return { x: inside(focal.x, box.x, box.width), y: inside(focal.y, box.y, box.height) };
}
