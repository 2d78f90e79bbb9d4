import { and, eq, isNull } from "drizzle-orm";
import { oneTimeLinks } from "#db/schema.ts";
import type { Ctx } from "../context.ts";
import { recordEvent } from "../events.ts";
import { authorize } from "../permissions.ts";
import { missing } from "../problem.ts";
import type { InvitationInput } from "./input.ts";

/** An invitation that nobody has used stops working. */
export async function takeBackInvitation(
  { db, actor, now }: Ctx,
  { invitationId }: InvitationInput,
): Promise<{ invitationId: string }> {
  authorize(actor, "people.manage");
  return db.transaction(async (tx) => {
    const [link] = await tx
      .delete(oneTimeLinks)
      .where(
        and(
          eq(oneTimeLinks.id, invitationId),
          eq(oneTimeLinks.kind, "invitation"),
          isNull(oneTimeLinks.usedAt),
        ),
      )
      .returning();
    if (!link) throw missing("invitation");
    await recordEvent(
      tx,
      { actor, now },
      {
        act: "person.invited",
        subjectId: link.email,
        after: { invitation: "taken back" },
      },
    );
    return { invitationId };
  });
}
