/**
 * From the answer to the publisher until readers have it: story, front, section and feed are
 * asked without a pause. An old copy after a new one, on the same address, is counted.
 */

import { eq } from "drizzle-orm";
import { revisions } from "#db/schema.ts";
import { aStory, saveAgain } from "#domain/testing/a-story.ts";
import { callAction, readActionIds } from "../scripts/trial/staff.ts";
import { type Figure, median, ms, percentile } from "./figure.ts";
import type { Stage } from "./stage.ts";

const ROUNDS = 50;
const ASKED_AFTERWARDS = 5;
const SURFACES = ["story", "front", "section", "feed"] as const;
type Surface = (typeof SURFACES)[number];
type Seen = Record<Surface, number> & { oldAfterNew: number };

export async function benchVisible(stage: Stage): Promise<Figure[]> {
  const actionIds = readActionIds(stage.buildDir);
  const publishes: Seen[] = [];
  const updates: Seen[] = [];
  for (let count = 0; count < ROUNDS; count += 1) {
    const word = `publish-${count}-${Date.now()}`;
    const draft = await aStory(stage, {
      by: stage.editor,
      fields: { headline: `Measured ${word}`, slug: "measured" },
    });
    const first = await send(stage, actionIds, "publishStory", { ...draft, seenPublicationId: null });
    publishes.push(await watch(stage, first.path, word));
    const newWord = `update-${count}-${Date.now()}`;
    const [base] = await stage.db.select().from(revisions).where(eq(revisions.id, draft.revisionId));
    const fields = { ...base?.fields, headline: `Measured ${newWord}` };
    const saved = await saveAgain(stage.as(stage.editor), draft.storyId, draft.revisionId, { fields });
    const terms = { kind: "update", note: "", storyId: draft.storyId, revisionId: saved.revisionId };
    const second = await send(stage, actionIds, "publishUpdate", {
      ...terms,
      seenPublicationId: first.publicationId,
    });
    updates.push(await watch(stage, second.path, newWord));
  }
  return [figure("publish", publishes), figure("update", updates)];
}

type Sent = { path: string; publicationId: string };

async function send(
  stage: Stage,
  ids: Map<string, string>,
  name: string,
  input: { storyId: string; [term: string]: unknown },
): Promise<Sent> {
  const page = `${stage.newsroom.url}/desk/stories/${input.storyId}`;
  const { value, body } = await callAction(page, ids.get(name) ?? "", input, { cookie: stage.cookie });
  const result = value as { ok: true; value: Sent } | { ok: false } | undefined;
  if (!result?.ok) throw new Error(`${name}: ${body.slice(0, 300)}`);
  return result.value;
}

async function watch({ newsroom }: Stage, path: string, word: string): Promise<Seen> {
  const answeredAt = performance.now();
  const section = path.split("/").slice(0, 3).join("/");
  const addresses: Record<Surface, string> = { story: path, front: "/en", section, feed: "/en/feed.xml" };
  let oldAfterNew = 0;
  const seen = await Promise.all(
    SURFACES.map(async (surface) => {
      const shows = async () =>
        (await (await fetch(`${newsroom.url}${addresses[surface]}`)).text()).includes(word);
      while (!(await shows())) {
        if (performance.now() - answeredAt > 10_000)
          throw new Error(`${addresses[surface]} never showed ${word}`);
      }
      const after = performance.now() - answeredAt;
      for (let count = 0; count < ASKED_AFTERWARDS; count += 1) if (!(await shows())) oldAfterNew += 1;
      return [surface, after] as const;
    }),
  );
  return { ...(Object.fromEntries(seen) as Record<Surface, number>), oldAfterNew };
}

function figure(act: string, seen: Seen[]): Figure {
  const times = (surface: Surface) => seen.map((each) => each[surface]);
  const worst = Math.max(...SURFACES.map((surface) => percentile(times(surface), 0.95)));
  const old = seen.reduce((sum, { oldAfterNew }) => sum + oldAfterNew, 0);
  const each = SURFACES.map((surface) => `${surface} ${ms(percentile(times(surface), 0.95))}`).join(", ");
  return {
    what: `answer to an ${act === "update" ? "update" : "editor's publish"} → readers have it, p95 (${each})`,
    reached: `${ms(worst)}, ${old} old after new`,
    must: "≤ 100 ms for all four, 0 old after new",
    met: worst <= 100 && old === 0,
    ofLimit: old > 0 ? Number.POSITIVE_INFINITY : worst / 100,
    samples: seen.length,
    values: Object.fromEntries(SURFACES.map((surface) => [surface, median(times(surface))])),
  };
}
