import { expect } from "vitest";
import { test } from "#domain/testing/test.ts";
import type { Change } from "./changes.ts";
import { Edition } from "./edition.ts";
import { ask, until } from "./testing/ask.ts";
import { dice, Judge } from "./testing/judge.ts";
import { openFront } from "./testing/open-front.ts";
import { FRONT, pathOf, type StandIn } from "./testing/stand-in.ts";

const STORIES = 6;
const ACTS = 150;
const READERS = 6;
const SEED = 20260112;

type Paper = Awaited<ReturnType<typeof openFront>>;

/** Publishes, corrects and withdraws at random while readers look and web's prints take their time. */
async function storm(paper: Paper): Promise<Judge> {
  const judge = new Judge();
  const chance = dice(SEED);
  const paths = [FRONT, ...Array.from({ length: STORIES }, (_, i) => pathOf(i + 1))];
  let over = false;
  paper.web.slowness = () => pauseOf(chance() * 4);
  const reading = Array.from({ length: READERS }, async (_, reader) => {
    for (let turn = reader; !over; turn++) {
      const asked = judge.ask(paths[turn % paths.length] ?? FRONT);
      judge.told(asked, (await ask(paper.port, asked.path, { headers: { "accept-encoding": "br" } })).text);
    }
  });
  for (let act = 0; act < ACTS; act++) {
    if (act % 30 === 29) paper.web.mood = paper.web.mood === "well" ? "broken" : "well";
    await until(() => judge.looks >= 3 * act);
    const number = 1 + Math.floor(chance() * STORIES);
    const kind = chance();
    const { seq, version } = await changeBy(paper.web, kind, number);
    expect(await paper.settle(seq)).toBe(204);
    if (kind >= 0.5) judge.takenBack(number, kind < 0.7 ? version - 1 : version);
  }
  over = true;
  paper.web.mood = "well";
  await Promise.all(reading);
  return judge;
}

function changeBy(web: StandIn, kind: number, number: number) {
  if (kind < 0.5) return web.publish(number);
  return kind < 0.7 ? web.correct(number) : web.withdraw(number);
}

function pauseOf(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

test("in a storm of publishing nobody gets the old after the new, or what was taken back", async ({
  scene,
}) => {
  const paper = await openFront(scene.url, scene.db, { printPatienceMs: 500 });
  await until(() => paper.edition.applied !== null);
  const judge = await storm(paper);
  await paper.close();
  expect(judge.findings).toEqual([]);
  expect(judge.looks).toBeGreaterThan(2 * ACTS);
});

test("the same storm finds a front that forgets to drop what was taken back", async ({ scene }) => {
  const apply = Edition.prototype.apply;
  Edition.prototype.apply = function (change: Change) {
    return apply.call(this, { ...change, hard: "soft" });
  };
  const paper = await openFront(scene.url, scene.db, { printPatienceMs: 500 });
  await until(() => paper.edition.applied !== null);
  const judge = await storm(paper);
  Edition.prototype.apply = apply;
  await paper.close();
  expect(judge.goneSeen).toBeGreaterThan(0);
});
