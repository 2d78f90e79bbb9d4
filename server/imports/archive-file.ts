import { open } from "node:fs/promises";
import type { ArchiveSource } from "#domain/imports/archive.ts";
import { Problem } from "#domain/problem.ts";
import { readGhost } from "./read-ghost.ts";
import { type Read, type ReadOptions, readWxr } from "./read-wxr.ts";

/** Which system has written a file, by its first letters. Throws Problem "invalid" for anything else. */
export async function sourceOfFile(path: string): Promise<ArchiveSource> {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4_096), 0, 4_096, 0);
    const start = buffer
      .subarray(0, bytesRead)
      .toString("utf8")
      .replace(/^\ufeff/, "")
      .trimStart();
    if (start.startsWith("{") || start.startsWith("[")) return "ghost";
    if (/^<(?:\?xml|!--|rss|!doctype)/i.test(start)) return "wordpress";
    throw new Problem("invalid", "This is neither a WordPress export (XML) nor a Ghost export (JSON).");
  } finally {
    await file.close();
  }
}

export function readArchive(
  source: ArchiveSource,
  options: ReadOptions & { site: string | null },
): AsyncGenerator<Read> {
  return source === "wordpress" ? readWxr(options) : readGhost(options);
}
