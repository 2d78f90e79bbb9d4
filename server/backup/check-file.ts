/** Reads a backup from end to end and compares what it holds with what its manifest says. */
import { createHash } from "node:crypto";
import { Problem } from "#domain/problem.ts";
import { newlines } from "./dump.ts";
import { type Manifest, readParts, type TableEntry } from "./format.ts";

export type Checked = Manifest & { readonly at: string; readonly migrations: readonly number[] };

/** Fails with a Problem when a byte differs, a row is missing, or the file ends early. */
export async function checkFile(file: string): Promise<Checked> {
  const found: TableEntry[] = [];
  let open: { name: string; rows: number; hash: ReturnType<typeof createHash> } | null = null;
  let head: { at: string; migrations: readonly number[] } | null = null;
  let manifest: Manifest | null = null;
  const closeTable = () => {
    if (open) found.push({ name: open.name, rows: open.rows, sha256: open.hash.digest("hex") });
    open = null;
  };
  for await (const part of readParts(file)) {
    if (part.kind === "head") head = part;
    if (part.kind === "table") {
      closeTable();
      open = { name: part.name, rows: 0, hash: createHash("sha256") };
    }
    if (part.kind === "rows" && open) {
      open.hash.update(part.bytes);
      open.rows += newlines(part.bytes);
    }
    if (part.kind === "manifest") {
      closeTable();
      manifest = part.manifest;
    }
  }
  if (head === null || manifest === null || JSON.stringify(manifest.tables) !== JSON.stringify(found)) {
    throw new Problem("invalid", `${file} doesn't hold what its manifest says. Use another backup.`);
  }
  return { ...manifest, at: head.at, migrations: head.migrations };
}
