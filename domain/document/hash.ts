/** Whether two texts are the same, whatever order their keys came in. */
import { createHash } from "node:crypto";
import type { StoredDocument, StoryFields } from "#db/shapes.ts";

/** JSON with sorted keys and without what isn't set, so that equal things are equal letter by letter. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, one: unknown) => {
    if (typeof one !== "object" || one === null || Array.isArray(one)) return one;
    return Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** The fingerprint of a revision (SHA-256, hex): the same exactly when fields and body are the same. */
export function hashOf(fields: StoryFields, document: StoredDocument): string {
  return createHash("sha256").update(canonicalJson({ fields, document })).digest("hex");
}
