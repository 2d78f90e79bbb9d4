/** The store as a folder: complete files only, each written under another name first. */
import { randomBytes } from "node:crypto";
import { copyFile, mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Store } from "../storage.ts";
import { checkedKey } from "./keys.ts";

export function diskStore(folder: string): Store {
  const pathOf = (key: string) => join(folder, checkedKey(key));
  const write = async (key: string, fill: (draft: string) => Promise<void>) => {
    const path = pathOf(key);
    const draft = `${path}.${randomBytes(4).toString("hex")}.draft`;
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    try {
      await fill(draft);
      await sync(draft);
      await rename(draft, path);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
    await sync(dirname(path));
  };
  return {
    put: (key, bytes) =>
      write(key, async (draft) => {
        const file = await open(draft, "wx", 0o600);
        try {
          await file.writeFile(bytes);
        } finally {
          await file.close();
        }
      }),
    putFile: (key, path) => write(key, (draft) => copyFile(path, draft)),
    read: (key) => readFile(pathOf(key)).catch(absent),
    size: async (key) => (await stat(pathOf(key)).catch(absent))?.size ?? null,
    withFile: (key, use) => use(pathOf(key)),
    remove: (key) => rm(pathOf(key), { force: true }),
    list: (kind) => listFolder(join(folder, kind), kind),
  };
}

/** Missing is an answer; anything else that a disk says is not. */
function absent(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}

async function sync(path: string): Promise<void> {
  const file = await open(path, "r");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

async function* listFolder(folder: string, kind: string): AsyncGenerator<{ key: string; writtenAt: Date }> {
  for (const shelf of (await readdir(folder).catch(absent)) ?? []) {
    for (const name of (await readdir(join(folder, shelf)).catch(absent)) ?? []) {
      const found = await stat(join(folder, shelf, name)).catch(absent);
      if (found?.isFile()) yield { key: `${kind}/${shelf}/${name}`, writtenAt: found.mtime };
    }
  }
}
