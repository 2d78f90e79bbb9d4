import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { JointLine } from "./joint-line.ts";

/** Two people at one headline: Rawa's input is watched, Shilan writes straight into the room. */
function aHeadline(text: string) {
  const doc = new Y.Doc();
  const headline = doc.getText("headline");
  headline.insert(0, text);
  return { headline, line: new JointLine(headline, "rawa") };
}

test("what is typed goes to the room as one small change, not as a new text", () => {
  const { headline, line } = aHeadline("Bread costs more");
  const deltas: unknown[] = [];
  headline.observe(({ delta }) => deltas.push(delta));
  line.typed("Bread now costs more", 9);
  expect(headline.toString()).toBe("Bread now costs more");
  expect(deltas).toEqual([[{ retain: 5 }, { insert: " now" }]]);
});

test("a colleague's words wait while somebody composes, and what is composed lands where it was", () => {
  const { headline, line } = aHeadline("Bread costs more");
  headline.insert(0, "In Sulaimani: ");
  expect(line.shown).toBe("Bread costs more");
  expect(line.isBehind).toBe(true);
  line.typed("Bread kostet costs more", 12);
  headline.insert(headline.length, " from Monday");
  line.typed("Bread now costs more", 9);
  expect(headline.toString()).toBe("In Sulaimani: Bread now costs more from Monday");
  const moved = line.catchUp();
  expect(line.shown).toBe("In Sulaimani: Bread now costs more from Monday");
  expect(moved(9)).toBe("In Sulaimani: Bread now".length);
});

test("the caret stays behind its letter when a colleague takes letters away around it", () => {
  const { headline, line } = aHeadline("One two three");
  headline.delete(0, 4);
  const moved = line.catchUp();
  expect(moved(7)).toBe(3);
  expect(moved(2)).toBe(0);
});

test("letters that a colleague took away while they were being replaced don't take others with them", () => {
  const { headline, line } = aHeadline("One two three");
  headline.delete(4, 4);
  line.typed("One 2 three", 5);
  expect(headline.toString()).toBe("One 2three");
});

test("one face for another is a whole sign, not half of one", () => {
  const { headline, line } = aHeadline("Rain 😀 today");
  line.typed("Rain 😁 today", 7);
  expect(headline.toString()).toBe("Rain 😁 today");
});

test("the same letter again is put where the caret says", () => {
  const { headline, line } = aHeadline("aaa");
  const first = Y.createRelativePositionFromTypeIndex(headline, 1);
  line.typed("aaaa", 1);
  expect(Y.createAbsolutePositionFromRelativePosition(first, headline.doc as Y.Doc)?.index).toBe(2);
});

const edit = fc.record({
  at: fc.nat(40),
  gone: fc.nat(6),
  came: fc.string({ unit: "grapheme", maxLength: 5 }),
});

test("however two people's edits fall, each typed letter is in the text once and none of the other's is lost", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), edit), { maxLength: 12 }), (edits) => {
      const { headline, line } = aHeadline("Bread costs more from Monday");
      for (const [isOwn, { at, gone, came }] of edits) {
        if (isOwn) {
          const from = Math.min(at, line.shown.length);
          const value = line.shown.slice(0, from) + came + line.shown.slice(from + gone);
          if (value.isWellFormed()) line.typed(value, from + came.length);
        } else {
          const marked = came.replace(/./gu, "§");
          headline.insert([...headline.toString()].slice(0, at).join("").length, marked);
        }
      }
      line.catchUp();
      return line.shown === headline.toString() && headline.toString().isWellFormed();
    }),
  );
});
