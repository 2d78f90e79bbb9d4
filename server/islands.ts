/** The scripts of reader pages, as the build has named them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readSettings } from "./env.ts";
import { readerFolder } from "./reader-folder.ts";

/** "/islands/share.0a1b2c3d4e.js" by the name of its file in components/reader/islands/. */
export type Islands = { share: string };

let known: Islands | undefined;

export function islands(): Islands {
  if (known === undefined) {
    const file = join(readerFolder(readSettings(process.env)), "manifest.json");
    const manifest: { islands?: Islands } = JSON.parse(readFileSync(file, "utf8"));
    if (!manifest.islands) throw new Error(`${file} names no islands: run npm run build`);
    known = manifest.islands;
  }
  return known;
}
