/**
 * Old bodies, read today. A stored body keeps the version that it was written in; each step here
 * turns one version into the next. Steps are never removed: a revision from years ago passes
 * through all of them. A step takes any shape that its version could have and never throws.
 */
import type { NodeJson, StoredDocument } from "#db/shapes.ts";
import { Problem } from "../problem.ts";
import { SCHEMA_VERSION } from "./nodes.ts";

const STEPS: Readonly<Record<number, (doc: NodeJson) => NodeJson>> = {};

/**
 * The body in today's schema. A body of a newer version can only come from a newer program:
 * it is refused, because writing it back would delete what this one doesn't know.
 */
export function migrateDocument(stored: StoredDocument): StoredDocument {
  if (stored.schemaVersion > SCHEMA_VERSION) {
    throw new Problem(
      "invalid",
      "This text was written with a newer version of the newsroom. Reload the page; nothing is lost.",
      { details: { reload: true } },
    );
  }
  let { doc } = stored;
  for (let version = stored.schemaVersion; version < SCHEMA_VERSION; version += 1) {
    doc = STEPS[version]?.(doc) ?? doc;
  }
  return { schemaVersion: SCHEMA_VERSION, doc };
}
