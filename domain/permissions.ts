/**
 * The only place that decides who may do what. Roles are data (grants in the actor's session);
 * what each permission means is code: the verbs that ask for it.
 */
import type { Actor } from "./context.ts";
import { Problem } from "./problem.ts";
import type { Permission } from "./vocabulary.ts";

/** What an act is about: the desk that owns the copy and the person who started it. */
export type Subject = { readonly deskId: string; readonly createdBy: string | null };

const REFUSALS: Record<Permission, string> = {
  "story.read": "Your account can't read this story.",
  "story.create": "Your account can't start stories.",
  "story.write.own": "This story belongs to a colleague; your account can't write in it.",
  "story.write.draft": "Your account can't write in a colleague's draft.",
  "story.write.any": "This story belongs to a colleague; your account can't change it now.",
  "story.submit": "Your account can't submit this story.",
  "story.approve": "Approving a story needs an editor.",
  "story.publish": "Publishing needs an editor.",
  "story.withdraw": "Withdrawing a story needs an editor.",
  "story.embargo": "Setting or lifting an embargo needs an editor.",
  "picture.upload": "Your account can't add pictures.",
  "picture.edit": "This picture belongs to a colleague; changing it needs an editor.",
  "picture.pull": "Pulling a picture needs an editor.",
  "page.create": "Only an admin can add pages about the outlet.",
  "words.manage": "Changing the outlet's words needs an editor.",
  "people.manage": "Only an admin can manage people.",
  "outlet.manage": "Only an admin can change the outlet's settings.",
  "audit.read": "Only an admin can read the record of what was done.",
};

/**
 * Whether this actor holds a permission for this subject: on its desk or on every desk. Without
 * a subject any desk counts. "story.write.own" counts only for the person who started the story.
 */
export function may(actor: Actor, permission: Permission, subject?: Subject): boolean {
  if (actor.kind === "system") return true;
  if (permission === "story.write.own" && subject && subject.createdBy !== actor.personId) return false;
  return actor.grants.some(
    (grant) =>
      grant.permissions.includes(permission) &&
      (grant.deskId === null || subject === undefined || grant.deskId === subject.deskId),
  );
}

/** Stops an act that the actor may not do, with a sentence for that person. Throws Problem "forbidden". */
export function authorize(actor: Actor, permission: Permission, subject?: Subject): void {
  if (!may(actor, permission, subject)) throw new Problem("forbidden", REFUSALS[permission]);
}

/**
 * For acts on one's own account, which need no permission but being somebody. Gives the person's id:
 * what it is done to is never taken from what came in. Throws Problem "forbidden" for the machine.
 */
export function authorizeOwn(actor: Actor): string {
  if (actor.kind !== "person") throw new Problem("forbidden", "Only a person has an account.");
  return actor.personId;
}

/** For acts that no person may do, whatever the role: dating a publication by anything but the clock. */
export function authorizeMachine(actor: Actor): void {
  if (actor.kind !== "system") throw new Problem("forbidden", "Only the server's own commands may do that.");
}
