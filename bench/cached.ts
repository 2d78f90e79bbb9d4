/** Pages that the front has, beside a bare Node server with the same bytes. */
import { type Figure, round } from "./figure.ts";
import { benchCached } from "./front-cached.ts";
import type { Stage } from "./stage.ts";

export async function benchCachedPages({ newsroom, storyPath }: Stage): Promise<Figure[]> {
  const frontPid = newsroom.pidOf("front");
  if (frontPid === null) throw new Error("the front isn't running");
  const figures: Figure[] = [];
  for (const [name, path] of [
    ["story", storyPath],
    ["front", "/en"],
  ] as const) {
    const measured = await benchCached({ url: newsroom.url, path, frontPid });
    figures.push({
      what: `cached ${name}, 16 connections: speed and CPU beside a bare Node server`,
      reached: `${round(measured.speedRatio)} × (${Math.round(measured.front)}/s), CPU ${round(measured.cpuRatio)} ×`,
      must: "≥ 0.8 ×, CPU ≤ 1.3 ×",
      ofLimit: Math.max(0.8 / measured.speedRatio, measured.cpuRatio / 1.3),
      met: measured.speedRatio >= 0.8 && measured.cpuRatio <= 1.3,
      samples: measured.requests,
      values: measured,
    });
  }
  return figures;
}
