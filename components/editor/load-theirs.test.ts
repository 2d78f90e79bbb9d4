import { expect, test } from "vitest";
import { type Answer, Autosave, type SaveAnswer } from "./autosave.ts";
import { loadTheirs } from "./load-theirs.ts";

const savedAt = new Date("2026-01-12T18:31:00Z");
const theirs = { revisionId: "theirs", savedAt, text: "Theirs" };

/** A writer whom Rawa overtook; while `line` is dead nothing reaches the newsroom. */
function scene() {
  const screen = { text: "" };
  const line = { isDead: false };
  const kept: string[] = [];
  const autosave = new Autosave<string>({
    start: { revisionId: "r1", savedAt },
    read: () => screen.text,
    send: async (_, text): Promise<Answer<SaveAnswer>> => {
      if (line.isDead) throw new Error("no line");
      kept.push(text);
      const head = { revisionId: "theirs", authorName: "Rawa", savedAt };
      return { ok: true, value: { outcome: "aside", revisionId: `mine-${kept.length}`, savedAt, head } };
    },
    noAnswer: "The newsroom doesn't answer.",
    keepCopy: () => undefined,
    onChange: () => undefined,
  });
  const type = (text: string) => {
    screen.text += text;
    autosave.touch();
  };
  const load = (onItsWay: () => void = () => undefined) =>
    loadTheirs({
      autosave,
      open: async () => {
        onItsWay();
        return { ok: true, value: { head: theirs } };
      },
      show: (head) => {
        screen.text = head.text;
      },
      noAnswer: "The newsroom doesn't answer.",
    });
  return { screen, line, kept, autosave, type, load };
}

test("words typed just before theirs is loaded are kept on the server first", async () => {
  const { screen, kept, autosave, type, load } = scene();
  type("Mine, to the last word");
  await load();
  expect(kept).toEqual(["Mine, to the last word"]);
  expect(screen.text).toBe("Theirs");
  expect(autosave.state()).toMatchObject({ status: "saved", revisionId: "theirs", aside: null });
});

test("words typed while theirs is on its way are kept too", async () => {
  const { screen, kept, type, load } = scene();
  type("Mine");
  await load(() => type(" and more"));
  expect(kept).toEqual(["Mine", "Mine and more"]);
  expect(screen.text).toBe("Theirs");
});

test("text that can't be saved stays on the screen", async () => {
  const { screen, line, autosave, type, load } = scene();
  type("Mine");
  line.isDead = true;
  await load();
  expect(screen.text).toBe("Mine");
  expect(autosave.state().status).toBe("failed");
});

test("text that can't be saved any more while theirs is on its way stays on the screen", async () => {
  const { screen, line, autosave, type, load } = scene();
  type("Mine");
  await load(() => {
    line.isDead = true;
    type(" and more");
  });
  expect(screen.text).toBe("Mine and more");
  expect(autosave.state().status).toBe("failed");
});
