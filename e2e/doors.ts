/** Every door that the build opens: pages, routes and server actions, read from Next's manifests. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { callAction } from "../scripts/trial/staff.ts";
import { requireSetting } from "./fixtures.ts";

const built = (file: string) => JSON.parse(readFileSync(join(requireSetting("BUILD_DIR"), file), "utf8"));

/** Actions as "app/(desk)/desk/actions.ts createStory", with the id that a browser sends. */
export function readActions(): Map<string, string> {
  const { node } = built("server/server-reference-manifest.json") as {
    node: Record<string, { exportedName: string; filename: string }>;
  };
  return new Map(
    Object.entries(node).map(([id, { exportedName, filename }]) => [`${filename} ${exportedName}`, id]),
  );
}

/** Addresses as the build knows them: "/desk/stories/[storyId]". */
export function readAddresses(): string[] {
  return Object.values(built("app-path-routes-manifest.json") as Record<string, string>).filter(
    (address) => !address.startsWith("/_"),
  );
}

/** The id that no row has. */
export const NOBODY = "0190b3a4-0000-7000-8000-000000000000";

/** An address of the build with something in the place of each parameter. */
export function filledIn(address: string): string {
  return address.replace(/\[(?:storyId|wordId|personId|importId)\]/g, NOBODY).replace("[words]", "topics");
}

/** The page on which a browser meets an action: Next looks for the action among the page's own. */
function pageOf(action: string): string {
  const folder = action.slice("app".length, action.lastIndexOf("/"));
  const page = filledIn(folder.replaceAll(/\/\([a-z]+\)/g, ""));
  return page === "" ? "/desk" : page;
}

/** Calls an action by its name as a browser does; "done", or the kind of the problem that came back. */
export async function knock(
  name: string,
  input: unknown,
  { url, cookie }: { url: string; cookie?: string },
): Promise<{ answered: string; body: string }> {
  const [action, id] =
    [...readActions()].find(([known]) => known === name || known.endsWith(` ${name}`)) ?? [];
  if (!action || !id) throw new Error(`the build has no action ${name}`);
  const { status, body, value } = await callAction(`${url}${pageOf(action)}`, id, input, { cookie });
  const result = value as { ok: true } | { ok: false; problem: { kind: string } } | undefined;
  if (result === undefined) return { answered: `HTTP ${status}`, body };
  return { answered: result.ok ? "done" : result.problem.kind, body };
}
