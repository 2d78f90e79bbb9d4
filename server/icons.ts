/** The outlet's icons as PNG, drawn when somebody asks; the front keeps them until the outlet changes. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Icon, iconOf } from "#domain/brand/icon.ts";
import { keys } from "#domain/publications/keys.ts";
import type { Edition } from "#domain/publications/reader-records.ts";
import { onlyOurs } from "./cards/typefaces.ts";
import { settings } from "./env.ts";
import { inChild } from "./pictures/in-child.ts";
import type { IconOrder } from "./pictures/orders.ts";
import type { Print } from "./print.ts";
import { readerFolder } from "./reader-folder.ts";
import { publicKey } from "./storage/keys.ts";
import { storeOf } from "./storage.ts";

/** What stands at an icon's address. */
export async function iconPrint(edition: Edition, size: number): Promise<Print> {
  const icon = iconOf(edition);
  const shown = icon.kind === "picture" ? [keys.picture(icon.pictureId)] : [];
  const body = await pngOf(icon, size);
  return { status: 200, keys: [keys.outlet(), ...shown], body, contentType: "image/png" };
}

async function pngOf(icon: Icon, size: number): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), "dateline-icon-"));
  try {
    const fonts = join(readerFolder(settings()), "cards");
    const fontSettings = join(folder, "fonts.conf");
    await writeFile(fontSettings, onlyOurs(fonts, folder));
    const order = { task: "icon" as const, folder, fonts, fontSettings, size };
    return await draw(icon, order);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Place = Pick<IconOrder, "task" | "folder" | "fonts" | "fontSettings" | "size">;
const NO_LETTERS = { letters: "", language: "en", faces: null, ground: "#ffffff", ink: "#000000" } as const;

async function draw(icon: Icon, place: Place): Promise<Buffer> {
  const answer =
    icon.kind === "letters"
      ? await inChild({ ...place, ...icon, file: null })
      : await (await storeOf(settings())).withFile(publicKey(icon.fileName), (file) =>
          inChild({ ...place, ...NO_LETTERS, file }),
        );
  if ("refused" in answer) throw new Error(`an icon could not be drawn: ${answer.refused}`);
  return Buffer.from(answer.done.png, "base64");
}
