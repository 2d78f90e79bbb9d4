/**
 * Whether drizzle/ says what db/schema.ts says: generating into a copy must write nothing. And
 * whether the journal's times rise: drizzle skips a migration that is dated before the last one
 * it ran, so a branch merged late would silently not be applied.
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { type Answer, root, runTool } from "./run-tool.ts";

type Journal = { entries: { idx: number; when: number; tag: string }[] };

export async function checkMigrations(): Promise<Answer> {
  const late = outOfOrder(JSON.parse(readFileSync(join(root, "drizzle/meta/_journal.json"), "utf8")));
  if (late) return { ok: false, output: late };
  // Beside the repository's files, because drizzle-kit takes paths from its working folder only.
  const copy = mkdtempSync(join(root, "node_modules/.migrations-"));
  try {
    cpSync(join(root, "drizzle"), copy, { recursive: true });
    const before = filesIn(copy);
    const out = `./${relative(root, copy)}`;
    const generated = await runTool("drizzle-kit", [
      "generate",
      ...["--dialect", "postgresql", "--casing", "snake_case", "--schema", "./db/schema*.ts", "--out", out],
    ]);
    if (!generated.ok) return generated;
    const added = filesIn(copy).filter((file) => !before.includes(file));
    return added.length === 0
      ? { ok: true, output: "" }
      : {
          ok: false,
          output: `db/schema.ts has changed since drizzle/ was generated: ${added.join(", ")} would be added.`,
        };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true }).map(String).sort();
}

/** A sentence about the first entry that is dated before the one above it; null when all rise. */
export function outOfOrder({ entries }: Journal): string | null {
  for (const [at, entry] of entries.entries()) {
    const before = entries[at - 1];
    if (before && entry.when <= before.when) {
      return `${entry.tag} is dated before ${before.tag}: no newsroom that ran the latter would ever run it.`;
    }
  }
  return null;
}
