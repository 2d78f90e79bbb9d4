import { expect } from "vitest";
import { noon, test } from "#domain/testing/test.ts";
import { dice } from "#server/front/testing/judge.ts";
import { errorsOf, noticed, printEverything } from "./examine.ts";
import { MUTANTS } from "./mutants.ts";
import { writeStories } from "./stories.ts";

/** The exam's short form: `npm run exam:feeds` does the same with 500 stories. */
test("feeds, sitemaps and records hold against their standards and other people's parsers", async ({
  scene,
}) => {
  const written = await writeStories(scene, { count: 21, chance: dice(3), now: noon });
  const files = await printEverything(scene, written, noon);
  const errors = (await Promise.all(files.map((file) => errorsOf(file, noon)))).flat();
  expect(errors).toEqual([]);
  expect(files.length).toBeGreaterThan(60);

  for (const [mistake, mutate] of Object.entries(MUTANTS)) {
    expect(await noticed(files, mutate, noon), mistake).not.toBeNull();
  }
}, 60_000);
