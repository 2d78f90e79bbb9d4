import { expect, it } from "vitest";
import { Misses } from "./misses.ts";

const MINUTE = 60_000;

it("warns once of an address that misses thirty pictures in ten minutes, and of nobody slower", () => {
  const warned: string[] = [];
  const misses = new Misses((place) => warned.push(place));
  for (let at = 0; at < 29; at++) misses.note("203.0.113.7", at * 1_000);
  expect(warned).toEqual([]);
  for (let at = 29; at < 60; at++) misses.note("203.0.113.7", at * 1_000);
  expect(warned).toEqual(["203.0.113.7"]);
  for (let at = 0; at < 100; at++) misses.note("203.0.113.8", at * MINUTE);
  expect(warned).toHaveLength(1);
  for (let at = 0; at < 30; at++) misses.note(`2001:db8:1:2::${at}`, at);
  expect(warned).toEqual(["203.0.113.7", "2001:db8:1:2::/64"]);
});
