import { createHash, randomBytes } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pictures, renditions } from "#db/schema-pictures.ts";
import type { PrintablePicture, RenditionFile } from "#db/shapes.ts";
import { pictureSearchText } from "../pictures/search-text.ts";
import type { Scene } from "./test.ts";

type Row = typeof pictures.$inferInsert;
export type Wanted = Partial<Row> & {
  /** Puts real, small files into this data folder's store, so that `/media/{name}` answers. */
  dataDir?: string;
};

const UNSAID = {
  ...{ description: "", altText: "", rightsNote: "", proof: "", instructions: "", place: "" },
  ...{ peopleShown: [] as string[], keywords: [] as string[] },
};

const SHAPES = [
  { crop: "full", width: 320, height: 213 },
  { crop: "full", width: 960, height: 640 },
  { crop: "wide", width: 640, height: 360 },
  { crop: "square", width: 320, height: 320 },
  { crop: "portrait", width: 480, height: 600 },
] as const;

/**
 * A picture of Rawa's that is ready for readers: 3000 × 2000, in every crop, as WebP and JPEG.
 * Without `dataDir` its files exist by name only.
 */
export async function aPicture(
  { db, newsroom }: Pick<Scene, "db" | "newsroom">,
  { dataDir, ...wanted }: Wanted = {},
): Promise<{ pictureId: string; printable: PrintablePicture }> {
  const files = await Promise.all(
    SHAPES.flatMap((shape) =>
      (["webp", "jpeg"] as const).map((format) => drawn({ ...shape, format }, dataDir)),
    ),
  );
  const printable: PrintablePicture = {
    width: 3000,
    height: 2000,
    thumbhash: "1QcSHQRnh493V4dIh4eXh1h4kJUI",
    colour: "#8a7a66",
    focal: { x: 0.5, y: 0.4 },
    files,
  };
  const name = randomBytes(16).toString("hex");
  const original = { originalKey: `originals/${name.slice(0, 2)}/${name}`, originalHash: `${name}${name}` };
  const said = {
    author: "Aram Karim",
    source: "Own",
    credit: "Aram Karim/Zagros Post",
    rights: "ours",
  } as const;
  const shape = { fileName: "bakery.jpg", format: "jpeg", bytes: 2_400_000, width: 3000, height: 2000 };
  if (dataDir !== undefined) put(dataDir, original.originalKey, Buffer.from("the original, as it came"));
  const told = { ...UNSAID, ...shape, ...said, ...wanted };
  const [row] = await db
    .insert(pictures)
    .values({
      ...{ ...original, ...told, state: "ready" as const, printable },
      uploadedBy: newsroom.rawa.personId,
      // As uploading does it: a picture is found by its words.
      searchText: pictureSearchText(told),
      ...wanted,
    })
    .returning({ id: pictures.id, edition: pictures.edition });
  if (!row) throw new Error("the picture was not hung");
  await db
    .insert(renditions)
    .values(files.map((file) => ({ ...file, pictureId: row.id, edition: row.edition })));
  return { pictureId: row.id, printable };
}

/** One file; its content is its own, so its name is too. */
async function drawn(
  shape: Pick<RenditionFile, "crop" | "format" | "width" | "height">,
  dataDir: string | undefined,
): Promise<RenditionFile> {
  const bytes = dataDir === undefined ? randomBytes(16) : await paint(shape);
  const ending = shape.format === "jpeg" ? "jpg" : shape.format;
  const name = `${createHash("sha256").update(bytes).digest("hex").slice(0, 32)}.${ending}`;
  if (dataDir !== undefined) put(dataDir, `public/${name.slice(0, 2)}/${name}`, bytes);
  return { ...shape, name, bytes: bytes.length };
}

function put(dataDir: string, key: string, bytes: Uint8Array): void {
  const path = join(dataDir, "media", key);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}

async function paint({ width, height, format }: Pick<RenditionFile, "format" | "width" | "height">) {
  const { default: sharp } = await import("sharp");
  const [r = 0, g = 0, b = 0] = randomBytes(3);
  return sharp({ create: { width, height, channels: 3, background: { r, g, b } } })
    .toFormat(format)
    .toBuffer();
}
