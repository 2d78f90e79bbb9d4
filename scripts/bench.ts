/**
 * `npm run bench`: every figure that this newsroom promises, measured on a newsroom of its own on
 * free ports. Prints a table, writes JSON under bench/results/, ends with 1 on a miss. A line
 * that misses is measured again (bench/repeat.ts). `--only visible,starts`.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { parseArgs } from "node:util";
import { benchCachedPages } from "../bench/cached.ts";
import { benchDeskList } from "../bench/desk-list.ts";
import { benchEditor } from "../bench/editor.ts";
import { type Figure, tableOf } from "../bench/figure.ts";
import { benchFirstVisit } from "../bench/first-visit.ts";
import { benchHistoryDiff } from "../bench/history-diff.ts";
import { benchLighthouse } from "../bench/lighthouse.ts";
import { benchPictures } from "../bench/pictures.ts";
import { benchPublishCost } from "../bench/publish-cost.ts";
import { measured } from "../bench/repeat.ts";
import { openStage, type Stage } from "../bench/stage.ts";
import { benchStarts } from "../bench/starts.ts";
import { benchUncached } from "../bench/uncached.ts";
import { benchVisible } from "../bench/visible.ts";

type Line = { name: string; run: (stage: Stage) => Promise<Figure[]> };

/** In this order: the last two stop the newsroom and fill its database. */
const LINES: readonly Line[] = [
  { name: "first-visit", run: benchFirstVisit },
  { name: "lighthouse", run: benchLighthouse },
  { name: "editor", run: benchEditor },
  { name: "pictures", run: benchPictures },
  { name: "cached", run: benchCachedPages },
  { name: "uncached", run: benchUncached },
  { name: "visible", run: benchVisible },
  { name: "publish-cost", run: benchPublishCost },
  { name: "history-diff", run: benchHistoryDiff },
  { name: "starts", run: benchStarts },
  { name: "desk-list", run: benchDeskList },
];

const { values } = parseArgs({ options: { only: { type: "string" } } });
const wanted = values.only?.split(",");
const lines = LINES.filter(({ name }) => wanted === undefined || wanted.includes(name));
const figures: Figure[] = [];

const stage = await openStage();
try {
  for (const line of lines) {
    console.error(`measuring ${line.name} …`);
    const reached = await measured(() => line.run(stage));
    figures.push(...reached);
    for (const figure of reached) console.error(`  ${figure.reached}: ${figure.what}`);
  }
} finally {
  await stage.close();
}

const machine = `${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;
const measuredAt = new Date().toISOString();
mkdirSync("bench/results", { recursive: true });
const file = `bench/results/${measuredAt.replaceAll(":", "-")}.json`;
writeFileSync(file, `${JSON.stringify({ measuredAt, machine, figures }, null, 2)}\n`);
const bare = figures.find(({ values: taken }) => "bare" in taken)?.values.bare;
const calibration =
  bare === undefined
    ? ""
    : `\nCalibration: a bare Node server sends the same bytes ${Math.round(Number(bare))} times a second here.`;
console.log(`${measuredAt}, ${machine}${calibration}\n\n${tableOf(figures)}\n\n${file}`);
process.exitCode = figures.every(({ met }) => met) ? 0 : 1;
