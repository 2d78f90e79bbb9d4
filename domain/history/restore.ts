import type { PictureUse, StoryFields } from "#db/shapes.ts";
import type { Ctx } from "../context.ts";
import { bringBack } from "../document/bring-back.ts";
import { migrateDocument } from "../document/migrate.ts";
import { parseDocument } from "../document/validate.ts";
import { missing } from "../problem.ts";
import type { RestoreInput } from "../stories/input.ts";
import type { ComparedName, RestorePartInput } from "./input.ts";
import { type PutBack, putBack } from "./put-back.ts";

/** Brings an older text back as a new revision on top: nothing in between is lost. */
export async function restoreRevision(ctx: Ctx, input: RestoreInput): Promise<PutBack> {
  return putBack(ctx, input, (_seen, old) => ({
    fields: old.fields,
    document: migrateDocument(old.document),
  }));
}

/**
 * Brings back one field or one paragraph as an older version has it, and leaves everything else as
 * it is now. A paragraph that the older version hasn't got is taken out.
 */
export async function restorePart(ctx: Ctx, { part, ...wanted }: RestorePartInput): Promise<PutBack> {
  return putBack(
    ctx,
    wanted,
    (seen, old) => {
      if (part.kind === "field") {
        return { fields: withField(seen.fields, old.fields, part.name), document: seen.document };
      }
      const document = bringBack(seen.document, old.document, part.blockId);
      if (!document) throw missing("paragraph");
      return { fields: seen.fields, document: parseDocument(document) };
    },
    { part },
  );
}

const OF_PICTURE = {
  leadCaption: ["caption"],
  leadCredit: ["credit"],
  leadAlt: ["alt", "decorative"],
} as const;

function withField(now: StoryFields, old: StoryFields, name: ComparedName): StoryFields {
  if (name === "leadPicture") return { ...now, lead: otherPicture(now.lead, old.lead) };
  if (name === "leadCaption" || name === "leadCredit" || name === "leadAlt") {
    if (!now.lead || !old.lead) return { ...now, lead: old.lead };
    const { lead } = old;
    const said = Object.fromEntries(OF_PICTURE[name].map((key) => [key, lead[key]]));
    return { ...now, lead: { ...now.lead, ...said } };
  }
  return { ...now, [name]: old[name] };
}

/** The picture and its cut; what is said under it stays, where something is said. */
function otherPicture(now: PictureUse | null, old: PictureUse | null): PictureUse | null {
  return now && old ? { ...now, pictureId: old.pictureId, crop: old.crop } : old;
}
