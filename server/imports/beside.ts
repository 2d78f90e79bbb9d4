/** Pictures that came along with an archive: a folder on this server, or a zip of one. */
import { createReadStream, createWriteStream } from "node:fs";
import { opendir, realpath, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import { pipeline } from "node:stream/promises";
import type { Standing } from "#domain/imports/runs.ts";
import { openZip } from "./zip.ts";

export type Beside = {
  /** The name of the file that stood at this old address, if it is here. */
  find(address: string): string | null;
  copy(name: string, path: string, maxBytes: number): Promise<boolean>;
  close(): Promise<void>;
};

const MOST_FILES = 500_000;

export async function openBeside(beside: NonNullable<Standing["beside"]>): Promise<Beside> {
  if (beside.kind === "zip") {
    const zip = await openZip(beside.place);
    return { find: finder(zip.names), copy: zip.extract, close: zip.close };
  }
  const root = await realpath(beside.place);
  return {
    find: finder(await filesUnder(root)),
    copy: async (name, path, maxBytes) => {
      const from = join(root, name);
      const found = await stat(from).catch(() => null);
      if (!found?.isFile() || found.size > maxBytes) return false;
      await pipeline(createReadStream(from), createWriteStream(path));
      return true;
    },
    close: async () => {},
  };
}

async function filesUnder(root: string): Promise<string[]> {
  const names: string[] = [];
  // Links are left alone: a folder that somebody packed leads nowhere else on this server.
  for await (const entry of await opendir(root, { recursive: true })) {
    if (!entry.isFile()) continue;
    names.push(relative(root, join(entry.parentPath, entry.name)));
    if (names.length >= MOST_FILES) break;
  }
  return names;
}

/** An old address ends like the name of its file: "…/wp-content/uploads/2019/05/a.jpg", "uploads/2019/05/a.jpg". */
function finder(names: Iterable<string>): Beside["find"] {
  const byEnd = new Map<string, string>();
  for (const name of names) {
    const end = endOf(name);
    if (!byEnd.has(end)) byEnd.set(end, name);
  }
  return (address) => (URL.canParse(address) ? (byEnd.get(endOf(new URL(address).pathname)) ?? null) : null);
}

const ROOTS = /^.*?(?:wp-content\/uploads|content\/images|uploads|images)\//;

function endOf(path: string): string {
  const plain = decoded(path).normalize("NFC").replace(/^\/+/, "");
  return plain.replace(ROOTS, "");
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // a name with a percent sign of its own
  }
}
