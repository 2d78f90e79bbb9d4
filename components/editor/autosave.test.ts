import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Answer, Autosave, PAUSE_MS, RETRY_MS, type SaveAnswer, type SaveState } from "./autosave.ts";

const at = new Date("2026-01-12T18:31:00Z");

/** A writer's screen and a server that answers when it is told to. */
function scene() {
  const screen = { text: "" };
  const sent: { base: string; text: string }[] = [];
  const named: { revisionId: string; unanswered: string[] }[] = [];
  const answers: { give: (answer: Answer<SaveAnswer>) => void; hangUp: () => void }[] = [];
  const copies: (string | null)[] = [];
  const states: SaveState[] = [];
  const saver = new Autosave<string>({
    start: { revisionId: "r1", savedAt: at },
    read: () => screen.text,
    send: ({ baseRevisionId: base, revisionId, unanswered }, text) => {
      sent.push({ base, text });
      named.push({ revisionId, unanswered });
      return new Promise((resolve, reject) =>
        answers.push({ give: resolve, hangUp: () => reject(new Error()) }),
      );
    },
    noAnswer: "The newsroom doesn't answer.",
    keepCopy: (draft) => copies.push(draft),
    onChange: (state) => states.push(state),
  });
  const type = (text: string) => {
    screen.text += text;
    saver.touch();
  };
  const answer = async (value: Answer<SaveAnswer>) => {
    answers.shift()?.give(value);
    await vi.advanceTimersByTimeAsync(0);
  };
  const hangUp = async () => {
    answers.shift()?.hangUp();
    await vi.advanceTimersByTimeAsync(0);
  };
  return { saver, type, answer, hangUp, sent, named, copies, states };
}

const saved = (revisionId: string): Answer<SaveAnswer> => ({
  ok: true,
  value: { outcome: "saved", revisionId, savedAt: at },
});
const aside = (revisionId: string): Answer<SaveAnswer> => ({
  ok: true,
  value: {
    outcome: "aside",
    revisionId,
    savedAt: at,
    head: { revisionId: "theirs", authorName: "Rawa", savedAt: at },
  },
});

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("a pause in typing saves once, with everything that was typed", async () => {
  const { type, sent } = scene();
  type("Rain ");
  await vi.advanceTimersByTimeAsync(PAUSE_MS - 1);
  type("in Erbil");
  await vi.advanceTimersByTimeAsync(PAUSE_MS - 1);
  expect(sent).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(sent).toEqual([{ base: "r1", text: "Rain in Erbil" }]);
});

test("nothing is called saved before the server's answer has come", async () => {
  const { saver, type, answer, states } = scene();
  type("Rain");
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  expect(states.map((state) => state.status)).toEqual(["waiting", "saving"]);
  await answer(saved("r2"));
  expect(saver.state()).toMatchObject({ status: "saved", revisionId: "r2" });
});

test("keys pressed during a save aren't covered by its answer; they go next, on top of it", async () => {
  const { saver, type, answer, sent, copies } = scene();
  type("Rain");
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  type(" in Erbil");
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  expect(sent).toHaveLength(1);
  await answer(saved("r2"));
  expect(saver.state().status).toBe("saving");
  expect(copies).not.toContain(null);
  expect(sent[1]).toEqual({ base: "r2", text: "Rain in Erbil" });
  await answer(saved("r3"));
  expect(saver.state()).toMatchObject({ status: "saved", revisionId: "r3" });
  expect(copies.at(-1)).toBe(null);
});

test("a dead line is said at once, the text is kept here, and saving goes on after growing pauses", async () => {
  const { saver, type, hangUp, answer, sent, copies } = scene();
  type("Rain");
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  await hangUp();
  expect(saver.state()).toMatchObject({ status: "failed", sentence: "The newsroom doesn't answer." });
  expect(copies.at(-1)).toBe("Rain");
  await vi.advanceTimersByTimeAsync(RETRY_MS[0]);
  await hangUp();
  await vi.advanceTimersByTimeAsync(RETRY_MS[0]);
  expect(sent).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(RETRY_MS[1] - RETRY_MS[0]);
  expect(sent).toHaveLength(3);
  await answer(saved("r2"));
  expect(saver.state().status).toBe("saved");
});

test("text that the newsroom refuses isn't sent again by the clock, but with the next key", async () => {
  const { saver, type, answer, sent } = scene();
  type("Rain");
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  await answer({ ok: false, problem: { kind: "invalid", message: "The headline is too long." } });
  await vi.advanceTimersByTimeAsync(RETRY_MS[4] * 2);
  expect(sent).toHaveLength(1);
  expect(saver.state().sentence).toBe("The headline is too long.");
  type("!");
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  expect(sent).toHaveLength(2);
});

test("text that a colleague overtook stays beside theirs until the writer decides", async () => {
  const { saver, type, answer, sent } = scene();
  type("Mine");
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  await answer(aside("mine-1"));
  expect(saver.state()).toMatchObject({ status: "saved", revisionId: "mine-1" });
  expect(saver.state().aside?.authorName).toBe("Rawa");
  type(" too");
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  expect(sent[1]?.base).toBe("r1");
  await answer(aside("mine-2"));
  const kept = saver.keepMine();
  await vi.advanceTimersByTimeAsync(0);
  expect(sent[2]).toEqual({ base: "theirs", text: "Mine too" });
  await answer(saved("r9"));
  expect(await kept).toBe(true);
  expect(saver.state()).toMatchObject({ revisionId: "r9", aside: null });
});

test("publishing waits for the text on the screen, and learns when it couldn't be saved", async () => {
  const { saver, type, hangUp } = scene();
  type("Rain");
  const ready = saver.flush();
  await hangUp();
  expect(await ready).toBe(false);
});

test("loading the colleague's text forgets what was waiting to be saved", async () => {
  const { saver, type, sent, copies } = scene();
  type("Mine");
  saver.rebase("theirs", at);
  await vi.advanceTimersByTimeAsync(PAUSE_MS * 2);
  expect(sent).toEqual([]);
  expect(copies.at(-1)).toBe(null);
  expect(saver.state()).toMatchObject({ status: "saved", revisionId: "theirs" });
});

test("an answer that comes after the colleague's text was loaded doesn't bring the own text back", async () => {
  const { saver, type, answer, sent } = scene();
  type("Mine");
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  saver.rebase("theirs", at);
  await answer(aside("mine-1"));
  expect(saver.state()).toMatchObject({ status: "saved", revisionId: "theirs", aside: null });
  type("!");
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  expect(sent[1]?.base).toBe("theirs");
});

test("a save whose answer never came is named to the server with the next one, until an answer comes", async () => {
  const { type, answer, hangUp, named } = scene();
  type("One.");
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  await hangUp();
  await vi.advanceTimersByTimeAsync(RETRY_MS[0]);
  expect(named[1]?.unanswered).toEqual([named[0]?.revisionId]);
  await answer(saved("r2"));
  type(" Two.");
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  expect(named[2]?.unanswered).toEqual([]);
  expect(new Set(named.map(({ revisionId }) => revisionId)).size).toBe(3);
});
