import type { Ctx } from "../context.ts";
import { authorize } from "../permissions.ts";
import type { LookAtSurfacesInput, PictureInput } from "./input.ts";
import { type SurfaceLine, surfacesOf } from "./surfaces.ts";

/** What a reader who asks for an address is given. */
export type Look = {
  path: string;
  /** 0: no answer. */
  status: number;
  /** Whether one of the names that must be gone stands in it. */
  holds: boolean;
};
/** Asks for addresses as a reader does; server/look.ts has the real one. */
export type LookAsReader = (paths: readonly string[], names: readonly string[]) => Promise<Look[]>;

export type SurfaceResult = { id: string; state: "gone" | "still" | "unanswered"; paths: string[] };

/** The lines of a pull's result sheet: every surface that had the picture, yet to be looked at. */
export async function listSurfaces({ db, actor }: Ctx, { pictureId }: PictureInput): Promise<SurfaceLine[]> {
  authorize(actor, "picture.pull");
  return (await surfacesOf(db, pictureId)).lines;
}

/**
 * Looks at some of these lines as a reader would. "still" names the addresses that have the
 * picture; "unanswered" those of which nobody can say it. A page that isn't there hasn't got it.
 */
export async function lookAtSurfaces(
  { db, actor }: Ctx,
  { pictureId, lineIds }: LookAtSurfacesInput,
  look: LookAsReader,
): Promise<SurfaceResult[]> {
  authorize(actor, "picture.pull");
  const { lines, names } = await surfacesOf(db, pictureId);
  const asked = lines.filter(({ id }) => lineIds.includes(id));
  const paths = [...new Set(asked.flatMap((line) => line.paths))];
  const seen = new Map((await look(paths, names)).map((each) => [each.path, each]));
  return asked.map((line) => resultOf(line, seen));
}

function resultOf({ id, paths }: SurfaceLine, seen: ReadonlyMap<string, Look>): SurfaceResult {
  const still = paths.filter((path) => seen.get(path)?.holds);
  if (still.length > 0) return { id, state: "still", paths: still };
  const unanswered = paths.filter((path) => !isAnswer(seen.get(path)?.status));
  return { id, state: unanswered.length > 0 ? "unanswered" : "gone", paths: unanswered };
}

function isAnswer(status: number | undefined): boolean {
  return status !== undefined && status >= 200 && status < 500;
}
