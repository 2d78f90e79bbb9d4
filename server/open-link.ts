import { findOpenLink, type LinkKind } from "#domain/users/one-time-token.ts";
import { deskDatabase } from "./pools.ts";

/** What a one-time link promises, for the page behind it. Looking doesn't use it up: a preview may look. */
export async function openLink(token: string, kinds: readonly LinkKind[]) {
  if (token.length > 100) return null;
  const link = await findOpenLink(deskDatabase(), token, kinds, new Date());
  return link && { kind: link.kind, name: link.name, email: link.email, role: link.roleId };
}
