import type { Database } from "#db/client.ts";
import type { Permission } from "./vocabulary.ts";

/** Somebody with rights, as the session says. `deskId: null` on a grant means every desk. */
export type Person = {
  readonly kind: "person";
  readonly personId: string;
  readonly name: string;
  readonly grants: readonly { readonly deskId: string | null; readonly permissions: readonly Permission[] }[];
};

/** The machine itself: set-up, the demo newsroom, the server's own commands. */
export type SystemActor = { readonly kind: "system"; readonly name: string };

export type Actor = Person | SystemActor;

/**
 * What every domain verb receives. `now` is set once at the boundary; verbs that publish
 * read the database's clock instead, inside their transaction (`databaseNow`).
 */
export type Ctx = { readonly db: Database; readonly actor: Actor; readonly now: Date };

/** The id that a row stores as its author: null for the machine. */
export function actorId(actor: Actor): string | null {
  return actor.kind === "person" ? actor.personId : null;
}
