/** Secrets that nobody gave are made once and kept in DATA_DIR/secrets.json, readable by the owner only. */
import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "#domain/problem.ts";

export type Secrets = {
  /** Goes with every request between processes. */
  readonly internalSecret: string;
  /** Seals session cookies. */
  readonly authSecret: string;
  /** Base64, 32 bytes: built into the names of server actions, so it stays the same from build to build. */
  readonly actionsKey: string;
};
type Given = { dataDir: string } & { [Name in keyof Secrets]: string | null };

/** What was given, completed by what the data folder keeps; makes that file when it is first needed. */
export function readSecrets({ dataDir, internalSecret, authSecret, actionsKey }: Given): Secrets {
  if (internalSecret !== null && authSecret !== null && actionsKey !== null) {
    return { internalSecret, authSecret, actionsKey };
  }
  const kept = readKept(join(dataDir, "secrets.json")) ?? makeKept(dataDir);
  return {
    internalSecret: internalSecret ?? kept.internalSecret,
    authSecret: authSecret ?? kept.authSecret,
    actionsKey: actionsKey ?? kept.actionsKey,
  };
}

function readKept(path: string): Secrets | null {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
  const kept = JSON.parse(text) as Partial<Secrets>;
  if (kept.internalSecret && kept.authSecret && kept.actionsKey) return kept as Secrets;
  throw new Problem(
    "invalid",
    `${path} is damaged. Remove it to have new secrets made; everybody signs in again.`,
  );
}

function makeKept(dataDir: string): Secrets {
  mkdirSync(dataDir, { recursive: true });
  const path = join(dataDir, "secrets.json");
  const draft = `${path}.${process.pid}`;
  const secret = () => randomBytes(32).toString("base64url");
  const actionsKey = randomBytes(32).toString("base64");
  const made: Secrets = { internalSecret: secret(), authSecret: secret(), actionsKey };
  writeFileSync(draft, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  try {
    // A link fails when the file is there already: of two first starts at once, one set wins for both.
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readKept(path) ?? made;
}
