import { expect } from "vitest";
import { desks } from "#db/schema.ts";
import { Problem } from "./problem.ts";
import { hashOfEverything } from "./testing/people.ts";
import {
  ACTS,
  type Cell,
  type Played,
  personIn,
  readCells,
  STATES,
  type State,
  storyIn,
} from "./testing/permission-rows.ts";
import { type Scene, test } from "./testing/test.ts";

const cells = readCells().filter(({ role }) => role !== "anon" && role !== "suspended");
let count = 0;

/**
 * One test plays every act of every role in one state: a hundred acts and more, and for each that
 * is allowed a story that was brought there first. A machine that does other work
 * beside it takes several times as long as one that doesn't; a limit measures neither.
 */
const PLAY_MS = 120_000;

async function play(scene: Scene, otherDeskId: string, cell: Cell, story: Played): Promise<string> {
  const person = personIn(scene.newsroom, otherDeskId, cell.role);
  const act = ACTS[cell.action];
  if (!person || !act) throw new Error(`nobody can play ${cell.role} or ${cell.action}`);
  try {
    await act(scene.as(person), story);
    return "allow";
  } catch (error) {
    if (error instanceof Problem) return "deny";
    throw error;
  }
}

const written = ({ action, role, state }: Cell, answer: string) =>
  `${action} | ${role} | ${state}: ${answer}`;

async function otherDesk(scene: Scene): Promise<string> {
  const [desk] = await scene.db.insert(desks).values({ name: "Sport" }).returning({ id: desks.id });
  return desk?.id ?? "";
}

async function stage(scene: Scene, state: State): Promise<Played> {
  count += 1;
  return storyIn(scene, state, `canary${count}`);
}

test.for(STATES)(
  "every cell of the permission table is refused that says so, and leaves no trace: %s",
  { timeout: PLAY_MS },
  async (state, { scene }) => {
    const elsewhere = await otherDesk(scene);
    const story = await stage(scene, state);
    const before = await hashOfEverything(scene.db);
    const refused = cells.filter((cell) => cell.state === state && cell.expected === "deny");
    const wrong: string[] = [];
    for (const cell of refused) {
      const answer = await play(scene, elsewhere, cell, story);
      if (answer !== "deny") wrong.push(written(cell, answer));
    }
    expect(wrong).toEqual([]);
    expect(await hashOfEverything(scene.db)).toBe(before);
  },
);

test.for(STATES)(
  "every cell of the permission table works that says so: %s",
  { timeout: PLAY_MS },
  async (state, { scene }) => {
    const elsewhere = await otherDesk(scene);
    const wrong: string[] = [];
    for (const cell of cells.filter((each) => each.state === state && each.expected === "allow")) {
      const answer = await play(scene, elsewhere, cell, await stage(scene, state));
      if (answer !== "allow") wrong.push(written(cell, answer));
    }
    expect(wrong).toEqual([]);
  },
);
