import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { outbox, people } from "#db/schema.ts";
import { aPicture } from "../testing/a-picture.ts";
import { aLiveStory } from "../testing/a-story.ts";
import { noon, type Scene, test } from "../testing/test.ts";
import { countExpiring } from "./count-expiring.ts";
import { pullPicture } from "./pull.ts";
import { warnOfExpiring } from "./warn-of-expiring.ts";

const days = (count: number) => new Date(noon.getTime() + count * 86_400_000);
const lab = { kind: "system", name: "The nightly round" } as const;

async function shown(scene: Scene, validUntil: Date | null) {
  const { pictureId } = await aPicture(scene, {
    validUntil,
    description: `until ${validUntil?.toISOString()}`,
  });
  const lead = { pictureId, caption: "", credit: "", alt: "", decorative: true, crop: "full" as const };
  await aLiveStory(scene, { fields: { lead } });
  return pictureId;
}

test("pictures before readers are counted by whether their right ends this week or has ended, until they are pulled", async ({
  scene,
}) => {
  const { shilan, dilan, rawa, hana } = scene.newsroom;
  await aPicture(scene, { validUntil: days(-1) });
  await shown(scene, null);
  await shown(scene, days(30));
  const quiet = await shown(scene, days(3));
  expect(await countExpiring(scene.as(shilan))).toEqual({ soon: 1, over: 0 });
  const write = (to: string, list: readonly { name: string; isOver: boolean }[]) => ({
    to,
    subject: "Pictures",
    text: list.map(({ name, isOver }) => `${isOver ? "OVER" : "soon"} ${name}`).join("\n"),
  });
  // In the middle of its week there is nothing new to say.
  expect(await warnOfExpiring(scene.as(lab), write)).toEqual({ soon: 1, over: 0, letters: 0 });
  const over = await shown(scene, noon);
  expect(await countExpiring(scene.as(shilan))).toEqual({ soon: 1, over: 1 });
  expect(await warnOfExpiring(scene.as(lab), write)).toEqual({ soon: 1, over: 1, letters: 2 });
  const letters = (await scene.db.select().from(outbox).where(eq(outbox.job, "mail"))).map(
    ({ payload }) => payload as { to: string; text: string },
  );
  const mailOf = async (personId: string) =>
    (await scene.db.select().from(people).where(eq(people.id, personId)))[0]?.email;
  expect(letters.map(({ to }) => to).sort()).toEqual(
    [await mailOf(dilan.personId), await mailOf(hana.personId)].sort(),
  );
  expect(letters[0]?.text).toBe(`OVER until ${noon.toISOString()}\nsoon until ${days(3).toISOString()}`);
  await pullPicture(scene.as(dilan), { pictureId: over, version: 1, replacedBy: null, note: "" });
  await pullPicture(scene.as(dilan), { pictureId: quiet, version: 1, replacedBy: null, note: "" });
  expect(await countExpiring(scene.as(shilan))).toEqual({ soon: 0, over: 0 });
  await expect(warnOfExpiring(scene.as(rawa), write)).rejects.toMatchObject({ kind: "forbidden" });
});
