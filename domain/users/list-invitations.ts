import { and, desc, eq, gt, isNull } from "drizzle-orm";
import { oneTimeLinks, people } from "#db/schema.ts";
import type { Ctx } from "../context.ts";
import { authorize } from "../permissions.ts";

export type InvitationRow = {
  invitationId: string;
  name: string | null;
  email: string | null;
  role: string | null;
  invitedByName: string | null;
  createdAt: Date;
  expiresAt: Date;
};

/** Invitations that still open the door, the newest first. Their links are not kept: only who was asked. */
export async function listInvitations(
  { db, actor, now }: Ctx,
  { limit = 100 } = {},
): Promise<InvitationRow[]> {
  authorize(actor, "people.manage");
  return db
    .select({
      invitationId: oneTimeLinks.id,
      name: oneTimeLinks.name,
      email: oneTimeLinks.email,
      role: oneTimeLinks.roleId,
      invitedByName: people.name,
      createdAt: oneTimeLinks.createdAt,
      expiresAt: oneTimeLinks.expiresAt,
    })
    .from(oneTimeLinks)
    .leftJoin(people, eq(people.id, oneTimeLinks.invitedBy))
    .where(
      and(eq(oneTimeLinks.kind, "invitation"), isNull(oneTimeLinks.usedAt), gt(oneTimeLinks.expiresAt, now)),
    )
    .orderBy(desc(oneTimeLinks.createdAt))
    .limit(limit);
}
