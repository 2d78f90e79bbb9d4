import { expect, test } from "vitest";
import { parseDocument } from "../document/validate.ts";
import { blankFields } from "../stories/fields.ts";
import { LANGUAGE_CODES } from "../vocabulary.ts";
import { DEMO_STORIES } from "./all-stories.ts";
import { bodyFrom } from "./body.ts";
import { edited } from "./edit.ts";
import type { DemoStory } from "./story.ts";

/** Every word of a story that a reader could see, notices and edits too. */
function wordsOf(story: DemoStory): string {
  const { kicker, headline, standfirst, body } = story;
  return [kicker, headline, standfirst, body, JSON.stringify(story.life)].join("\n");
}

function written(language: DemoStory["language"]): DemoStory[] {
  return DEMO_STORIES.filter((story) => story.language === language);
}

test("the newspaper is full in each language, with one lead and at least two top stories", () => {
  for (const language of LANGUAGE_CODES) {
    const live = written(language).filter(({ life }) => life.stands === "live");
    expect(live.length, language).toBeGreaterThanOrEqual(7);
    expect(live.filter(({ marks }) => marks?.includes("lead"))).toHaveLength(1);
    expect(live.filter(({ marks }) => marks?.includes("top")).length).toBeGreaterThanOrEqual(2);
  }
});

test("a family has each language once", () => {
  const told = DEMO_STORIES.map(({ family, language }) => `${family}/${language}`);
  expect(new Set(told).size).toBe(told.length);
});

test("one headline tries to end a script", () => {
  expect(DEMO_STORIES.filter(({ headline }) => headline.includes("</script>"))).toHaveLength(1);
});

test("Kurdish stories are written with Kurdish letters", () => {
  // Arabic yeh, kaf, teh marbuta, alef maksura, the wrong heh, and heh with a zero-width non-joiner for ە.
  const foreign = /[\u064a\u0643\u0629\u0649\u06be\u200c]/u;
  for (const story of written("ckb")) expect(foreign.exec(wordsOf(story)), story.headline).toBeNull();
});

test("Arabic stories are written with Arabic letters", () => {
  // Kurdish and Persian yeh, kaf, ae, and vowels that Arabic doesn't have; names may keep گ چ پ ژ.
  const foreign = /[\u06cc\u06a9\u06d5\u06ce\u06c6\u0695\u06b5\u06be]/u;
  for (const story of written("ar")) expect(foreign.exec(wordsOf(story)), story.headline).toBeNull();
});

test("right-to-left stories use their own comma and question mark", () => {
  const western = /[\p{Script=Arabic}][,;?]/u;
  for (const story of [...written("ar"), ...written("ckb")]) {
    expect(western.exec(wordsOf(story)), story.headline).toBeNull();
  }
});

test("every body is one that the newsroom accepts, and every later edit finds its words", () => {
  for (const { body, life } of DEMO_STORIES) {
    let document = bodyFrom(body);
    expect(parseDocument(document)).toEqual(document);
    for (const step of life.stands === "live" ? (life.since ?? []) : []) {
      if (step.did === "withdraw") continue;
      const after = edited({ fields: blank, document }, step.edit).document;
      expect(after).not.toEqual(document);
      document = after;
    }
  }
});

const blank = blankFields("");
