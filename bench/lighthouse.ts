/** Lighthouse as it comes, mobile, five times a page; the median of each of its four scores. */
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { findChromium } from "../e2e/find-chromium.ts";
import { type Figure, median } from "./figure.ts";
import type { Stage } from "./stage.ts";

const RUNS = 5;
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const;
const FLAGS =
  "--headless=new --no-sandbox --disable-gpu --disable-background-networking --disable-component-update";

export async function benchLighthouse({ newsroom, storyPath, kurdishPath }: Stage): Promise<Figure[]> {
  const pages = [
    { name: "story, en", path: storyPath, least: 100 },
    { name: "front, en", path: "/en", least: 100 },
    { name: "story, ckb", path: kurdishPath, least: 98 },
    { name: "front, ckb", path: "/ckb", least: 98 },
  ];
  const figures: Figure[] = [];
  for (const { name, path, least } of pages) {
    const runs: Record<string, number>[] = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await look(`${newsroom.url}${path}`));
    const scores = CATEGORIES.map((category) => median(runs.map((scored) => scored[category] ?? 0)));
    const [performance = 0, ...others] = scores;
    figures.push({
      what: `Lighthouse mobile, ${name}: ${CATEGORIES.join(", ")}`,
      reached: scores.join(" "),
      must: `${least} 100 100 100`,
      ofLimit: Math.max(least / performance, ...others.map((score) => 100 / score)),
      met: performance >= least && others.every((score) => score === 100),
      samples: RUNS,
      values: {
        performance: runs.map((scored) => scored.performance ?? 0),
        lcpMs: runs.map((scored) => scored.lcp ?? 0),
      },
    });
  }
  return figures;
}

/** One visit: the scores, and what came over the wire, when the largest thing was there, what shifted. */
export async function look(address: string): Promise<Record<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), "dateline-lighthouse-"));
  const report = join(folder, "report.json");
  const { path, libraries } = await findChromium();
  const env = { ...process.env, CHROME_PATH: path, ...(libraries && { LD_LIBRARY_PATH: libraries }) };
  const args = [
    "node_modules/lighthouse/cli/index.js",
    address,
    "--quiet",
    "--output=json",
    `--output-path=${report}`,
  ];
  try {
    const chosen = [`--chrome-flags=${FLAGS}`, `--only-categories=${CATEGORIES.join(",")}`];
    await promisify(execFile)(process.execPath, [...args, ...chosen], { env });
    const { categories, audits } = JSON.parse(readFileSync(report, "utf8"));
    const scores = CATEGORIES.map((category) => [category, Math.round(categories[category].score * 100)]);
    return {
      ...Object.fromEntries(scores),
      lcp: audits["largest-contentful-paint"].numericValue,
      cls: audits["cumulative-layout-shift"].numericValue,
      bytes: audits["total-byte-weight"].numericValue,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
