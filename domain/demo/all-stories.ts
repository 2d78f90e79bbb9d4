import { businessCultureSportAr } from "./stories/business-culture-sport-ar.ts";
import { businessCultureSportCkb } from "./stories/business-culture-sport-ckb.ts";
import { businessSportEn } from "./stories/business-sport-en.ts";
import { cultureEn } from "./stories/culture-en.ts";
import { newsAr } from "./stories/news-ar.ts";
import { newsCkb } from "./stories/news-ckb.ts";
import { newsEn } from "./stories/news-en.ts";
import { regionWorldEn } from "./stories/region-world-en.ts";
import type { DemoStory } from "./story.ts";

/** The whole demo newspaper, oldest story first: so numbers rise with time, and the oldest of a family is its original. */
export const DEMO_STORIES: readonly DemoStory[] = [
  ...newsEn,
  ...regionWorldEn,
  ...businessSportEn,
  ...cultureEn,
  ...newsAr,
  ...businessCultureSportAr,
  ...newsCkb,
  ...businessCultureSportCkb,
].sort((one, other) => other.life.hoursAgo - one.life.hoursAgo);
