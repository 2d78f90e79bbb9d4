/**
 * `npm run import -- file.xml --rehearsal`: reads an archive on the server, without a browser.
 * Without `--rehearsal` it moves in: it rehearses first, says what would become public, and goes on
 * only with `--publish N`, the number that the rehearsal has counted. `--uploads` names the folder
 * or zip of pictures that lies beside; without it they are fetched from the old site, or left out
 * with `--no-pictures`. Ended by Ctrl-C or a kill it goes on where it stopped when it is called again.
 */
import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { databaseOn, openPool } from "#db/client.ts";
import { migrate } from "#db/migrate.ts";
import type { Ctx } from "#domain/context.ts";
import { choicesSchema } from "#domain/imports/input.ts";
import { lookAtImport } from "#domain/imports/look.ts";
import type { Report } from "#domain/imports/report.ts";
import { addArchive, getImport, moveIn, publicCount, type Standing } from "#domain/imports/runs.ts";
import { Problem } from "#domain/problem.ts";
import { runCommand, withDatabase } from "#server/command.ts";
import { sourceOfFile } from "#server/imports/archive-file.ts";
import { runSettings } from "#server/imports/job.ts";
import { runImport } from "#server/imports/run.ts";

const LOOK_EVERY_MS = 1_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rehearsal: { type: "boolean", default: false },
    publish: { type: "string" },
    uploads: { type: "string" },
    "no-pictures": { type: "boolean", default: false },
    site: { type: "string", default: "" },
    language: { type: "string" },
  },
});

await runCommand("import", async (settings) => {
  const [file] = positionals;
  if (file === undefined)
    throw new Problem("invalid", "Say which file: npm run import -- export.xml --rehearsal");
  const path = resolve(file);
  const source = await sourceOfFile(path);
  const beside = await besideOf(values.uploads);
  await withDatabase(settings, async (url) => {
    await migrate(url);
    const pool = openPool({ url, max: 2, name: "import-command" });
    const ctx: Ctx = {
      db: databaseOn(pool),
      actor: { kind: "system", name: "npm run import" },
      now: new Date(),
    };
    // The worker of a newsroom that runs may have been faster: then its run is watched.
    const run = async (importId: string) => {
      const report = await runImport({ ...runSettings(settings, url), told }, importId);
      return report ?? untilEnded(ctx, importId);
    };
    try {
      const choices = choicesSchema.partial().parse({
        ...{ site: values.site, language: values.language },
        pictures: values["no-pictures"] ? "none" : beside === null ? "site" : "beside",
      });
      const { importId } = await addArchive(ctx, { source, fileName: file, fileKey: path, beside, choices });
      await run(importId);
      const { report, state } = await getImport(ctx, { importId });
      if (report === null || state !== "done")
        throw new Problem("invalid", report?.trouble || "It was stopped.");
      console.log(`\n${written(report)}`);
      if (values.rehearsal) return;
      if (values.publish === undefined) {
        console.log(`\nNothing was written. To move in: --publish ${publicCount(report)}`);
        return;
      }
      const { choices: proposed } = await lookAtImport(ctx, { importId });
      const order = { rehearsalId: importId, choices: proposed, typedCount: values.publish };
      const begun = await moveIn(ctx, order);
      const done = await run(begun.importId);
      if (done === null || done.trouble !== "")
        throw new Problem("conflict", done?.trouble || "The worker is at it already.");
      const { published, drafts, pages, known, failed } = done.outcome;
      console.log(
        `\n${published} published, ${drafts} drafts, ${pages} pages, ${known} known, ${failed} failed`,
      );
    } finally {
      await pool.end();
    }
  });
});

async function untilEnded(ctx: Ctx, importId: string): Promise<Report | null> {
  for (;;) {
    const { state, report } = await getImport(ctx, { importId });
    if (state !== "waiting" && state !== "running") return report;
    if (report !== null) told(report);
    await pause(LOOK_EVERY_MS);
  }
}

async function besideOf(place: string | undefined): Promise<Standing["beside"]> {
  if (place === undefined) return null;
  const path = resolve(place);
  const found = await stat(path).catch(() => null);
  if (!found) throw new Problem("invalid", `There is nothing at ${path}.`);
  return { kind: found.isDirectory() ? "folder" : "zip", place: path };
}

function told({ progress: { done, bytes, bytesRead } }: Report): void {
  const percent = bytes > 0 ? Math.floor((bytesRead / bytes) * 100) : 0;
  process.stderr.write(`\r${percent} %  ${done} read `);
}

function written({ becomes, found, states, losses, languages }: Report): string {
  const list = (counts: Record<string, number>) =>
    Object.entries(counts)
      .map(([name, count]) => `${name} ${count}`)
      .join(", ");
  return [
    `${becomes.public} stories and ${becomes.pagesPublic} pages become public, ${becomes.draft + becomes.pagesDraft} stay drafts, ${becomes.leftOut} are left out`,
    `found: ${found.stories} stories, ${found.pages} pages, ${found.pictures} pictures, ${found.authors} bylines`,
    `stood as: ${list(states)}`,
    `languages: ${list(languages)}`,
    ...(Object.keys(found.others).length > 0 ? [`not stories: ${list(found.others)}`] : []),
    ...losses
      .slice(0, 60)
      .map(({ kind, name, count }) => `  ${kind.padEnd(18)} ${String(count).padStart(6)}  ${name}`),
  ].join("\n");
}
