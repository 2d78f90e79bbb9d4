import { createHash } from "node:crypto";
import type { StoredDocument, StoryFields } from "#db/shapes.ts";
import { canonicalJson } from "./canonical-json.ts";

/** The fingerprint of a revision (SHA-256, hex): the same exactly when fields and body are the same. */
export function hashOf(fields: StoryFields, document: StoredDocument): string {
  return createHash("sha256").update(canonicalJson({ fields, document })).digest("hex");
}
