/**
 * One run over an archive, from its first entry to its last: a rehearsal, which counts, converts and
 * writes nothing but its report, or the move itself. Ends early when somebody has stopped it. It may
 * be killed at any moment and begun again: what is here is asked of `import_items`, batch by batch.
 */
import { databaseOn, openPool } from "#db/client.ts";
import type { Ctx } from "#domain/context.ts";
import type { ArchivePicture, ArchiveStory } from "#domain/imports/archive.ts";
import { titleOf } from "#domain/imports/prepare.ts";
import { type Report, Tally } from "#domain/imports/report.ts";
import { beginRun, endRun, type ImportRow, keepProgress } from "#domain/imports/runs.ts";
import { previewHtml, Sample, sampleOf } from "#domain/imports/sample.ts";
import { knownAmong, type Run, takeIn } from "#domain/imports/take-in.ts";
import { leadAttachmentPages, notePictures } from "#domain/imports/take-in-picture.ts";
import { getOutlet } from "#domain/outlet/find-outlet.ts";
import { Problem } from "#domain/problem.ts";
import type { Language } from "#domain/vocabulary.ts";
import type { Store } from "../storage.ts";
import { readArchive } from "./archive-file.ts";
import { type Beside, openBeside } from "./beside.ts";
import { holdRun } from "./hold-run.ts";
import { OldPictures } from "./pictures.ts";
import { bringPictures, type Draft, draftOf, finished, kindOf, type Tools } from "./prepare-batch.ts";
import { OldWords } from "./words.ts";

export type RunSettings = {
  databaseUrl: string;
  /** Where archives lie: `fileKey` names a file in it, unless it is a path of this server. */
  pathOf: (fileKey: string) => string;
  store: () => Promise<Store>;
  picture: { maxPixels: number; maxBytes: number };
  fileSize: (path: string) => Promise<number>;
  clock: () => Date;
  loopbackToo?: boolean;
  /** Told of the report whenever it was written down. */
  told?: (report: Report) => void;
};

const BATCH = 20;
const PICTURES_AT_ONCE = 200;
const TELL_EVERY_MS = 1_000;
const SECONDS_A_PICTURE = 30;
const MACHINE = { kind: "system", name: "Moving in" } as const;
const NOTHING_PLACED = { sectionId: "", topicIds: [], contributorIds: [] };

export async function runImport(settings: RunSettings, importId: string): Promise<Report | null> {
  const held = await holdRun(settings.databaseUrl, importId);
  if (held === null) return null; // another worker is at it
  const pool = openPool({ url: settings.databaseUrl, max: 4, name: "import" });
  const ctx = (): Ctx => ({ db: databaseOn(pool), actor: MACHINE, now: settings.clock() });
  try {
    const row = await beginRun(ctx(), importId);
    return row === null ? null : await new ArchiveRun(settings, ctx, row).run();
  } finally {
    await pool.end();
    await held.release();
  }
}

class ArchiveRun {
  readonly #settings: RunSettings;
  readonly #ctx: () => Ctx;
  readonly #row: ImportRow;
  #tally = new Tally(0);
  readonly #sample = new Sample();
  #toldAt = 0;
  #isStopped = false;
  #languages: readonly Language[] = [];
  #timeZone = "UTC";

  constructor(settings: RunSettings, ctx: () => Ctx, row: ImportRow) {
    this.#settings = settings;
    this.#ctx = ctx;
    this.#row = row;
  }

  async run(): Promise<Report> {
    const path = this.#settings.pathOf(this.#row.fileKey);
    try {
      this.#tally = new Tally(await this.#settings.fileSize(path));
      const { settings } = await getOutlet(this.#ctx());
      this.#languages = settings.languages;
      this.#timeZone = settings.timeZone;
      if (this.#row.mode === "rehearsal") await this.#rehearse(path);
      else await this.#moveIn(path);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.#tally.report.trouble = error.message;
      await this.#end("failed");
      return this.#tally.written();
    }
    if (!this.#isStopped) await this.#end("done");
    return this.#tally.written();
  }

  #entries(path: string, site: string | null) {
    const { source, standing } = this.#row;
    return readArchive(source, { path, timeZone: this.#timeZone, asOf: new Date(standing.asOf), site });
  }

  #reading(site: string | null) {
    const { source, standing } = this.#row;
    return { source, choices: standing.choices, languages: this.#languages, site };
  }

  /** The old site's address: as the admin has typed it, else as the archive says. */
  #site(): string | null {
    const said = this.#row.standing.choices.site || this.#tally.report.site;
    return URL.canParse(said) ? new URL(said).origin : null;
  }

  async #rehearse(path: string): Promise<void> {
    const { choices, beside } = this.#row.standing;
    const files = beside === null ? null : await openBeside(beside);
    try {
      for await (const { entry, bytesRead } of this.#entries(path, choices.site || null)) {
        this.#tally.entry(entry);
        if (entry.as === "picture") this.#lookFor(entry.picture, files);
        if (entry.as === "story") this.#foresee(entry.story);
        if (!(await this.#tell(bytesRead))) return;
      }
    } finally {
      await files?.close();
    }
    this.#tally.report.sample = this.#sample.stories;
  }

  #lookFor({ address, title }: ArchivePicture, files: Beside | null): void {
    if (files !== null && this.#row.standing.choices.pictures === "beside" && files.find(address) === null) {
      this.#tally.losses([{ kind: "picture-missing", name: address.slice(0, 200) }], title);
    }
  }

  #foresee(story: ArchiveStory): void {
    const kind = this.#kindOf(story);
    if (kind === null) return;
    const draft = draftOf(story, kind, this.#reading(this.#site()));
    const prepared = finished(draft, NOTHING_PLACED, () => []);
    const { losses, language, blocks } = draft;
    this.#count(
      draft,
      prepared === null ? "left-out" : prepared.publishAt !== null ? "public" : standsAs(story),
    );
    this.#tally.losses(losses.list, titleOf(story));
    this.#sample.offer(story.externalId, () => sampleOf(story, language, previewHtml(blocks, language)));
  }

  #kindOf(story: ArchiveStory): "story" | "page" | null {
    const kind = kindOf(story, this.#row.standing.choices);
    if (kind === null) this.#tally.other(story.type);
    return kind;
  }

  #count({ story, kind, language }: Draft, standing: ArchiveStory["standing"]): void {
    this.#tally.story(story, { kind, language, standing });
    this.#tally.report.progress.done += 1;
  }

  async #moveIn(path: string): Promise<void> {
    const { source, standing } = this.#row;
    const { choices } = standing;
    await this.#readHead(path);
    const site = this.#site();
    const origin = site ?? `${source}:${this.#tally.report.title}`.slice(0, 200);
    const run: Run = { importId: this.#row.id, source, origin };
    const files =
      standing.beside === null || choices.pictures === "none" ? null : await openBeside(standing.beside);
    const { picture, store, loopbackToo } = this.#settings;
    const limits = { maxBytes: picture.maxBytes, seconds: SECONDS_A_PICTURE, loopbackToo };
    const pictures = new OldPictures(
      {
        ...{ ctx: this.#ctx, run, store: await store(), maxPixels: picture.maxPixels, limits, beside: files },
        fetches: choices.pictures === "site",
      },
      site,
    );
    const tools = { ctx: this.#ctx, run, pictures, words: new OldWords(this.#ctx, run, choices) };
    try {
      if (source === "wordpress") await this.#notePictures(path, pictures);
      await this.#takeAllIn(path, site, tools);
      if (!this.#isStopped) await leadAttachmentPages(this.#ctx(), run);
    } finally {
      await files?.close();
    }
  }

  /** The archive says where it comes from at its beginning. */
  async #readHead(path: string): Promise<void> {
    for await (const { entry } of this.#entries(path, null)) {
      if (entry.as !== "site") return;
      this.#tally.entry(entry);
    }
  }

  /** Stories name pictures by number, and those may stand anywhere: all are noted first. */
  async #notePictures(path: string, pictures: OldPictures): Promise<void> {
    let waiting: ArchivePicture[] = [];
    for await (const { entry } of this.#entries(path, null)) {
      if (entry.as !== "picture") continue;
      pictures.trust(entry.picture.address);
      waiting.push(entry.picture);
      if (waiting.length < PICTURES_AT_ONCE) continue;
      await notePictures(this.#ctx(), this.#row.id, waiting);
      waiting = [];
    }
    await notePictures(this.#ctx(), this.#row.id, waiting);
  }

  async #takeAllIn(path: string, site: string | null, tools: Tools): Promise<void> {
    let batch: Draft[] = [];
    for await (const { entry, bytesRead } of this.#entries(path, site)) {
      if (entry.as !== "story") {
        this.#tally.entry(entry);
        continue;
      }
      const kind = this.#kindOf(entry.story);
      if (kind !== null) batch.push(draftOf(entry.story, kind, this.#reading(site)));
      if (batch.length < BATCH) continue;
      await this.#takeBatchIn(batch, tools);
      batch = [];
      if (!(await this.#tell(bytesRead))) return;
    }
    await this.#takeBatchIn(batch, tools);
  }

  async #takeBatchIn(batch: readonly Draft[], tools: Tools): Promise<void> {
    const { outcome } = this.#tally.report;
    const ids = batch.map(({ story }) => story.externalId);
    const known = await knownAmong(this.#ctx().db, tools.run, ids);
    const fresh = batch.filter(({ story }) => story.standing !== "left-out" && !known.has(story.externalId));
    outcome.known += batch.filter(({ story }) => known.has(story.externalId)).length;
    const finders = await bringPictures(fresh, tools);
    const prepared = [];
    for (const draft of fresh) {
      const placed = await tools.words.place(draft.story, draft.language, draft.losses);
      const ready = finished(draft, placed, finders.get(draft) ?? (() => []));
      if (ready) prepared.push(ready);
      else outcome.failed += 1;
    }
    const { taken } = await takeIn(this.#ctx(), tools.run, prepared);
    for (const { outcome: what } of taken) {
      outcome[
        what === "published" ? "published" : what === "draft" ? "drafts" : what === "page" ? "pages" : what
      ] += 1;
    }
    const losses = new Map(taken.map((each) => [each.externalId, each.losses]));
    for (const draft of batch) {
      this.#count(draft, draft.story.standing);
      const more = losses.get(draft.story.externalId) ?? [];
      this.#tally.losses([...draft.losses.list, ...more], titleOf(draft.story));
    }
  }

  /** Says how far it is, now and then. False: somebody has stopped it. */
  async #tell(bytesRead: number): Promise<boolean> {
    const now = this.#settings.clock().getTime();
    const { progress } = this.#tally.report;
    progress.bytesRead = bytesRead;
    if (now - this.#toldAt < TELL_EVERY_MS) return true;
    this.#toldAt = now;
    const report = this.#tally.written();
    this.#isStopped = !(await keepProgress(this.#ctx(), this.#row.id, report));
    this.#settings.told?.(report);
    return !this.#isStopped;
  }

  async #end(state: "done" | "failed"): Promise<void> {
    const report = this.#tally.written();
    if (state === "done") report.progress.bytesRead = report.progress.bytes;
    await endRun(this.#ctx(), this.#row.id, { state, report });
    this.#settings.told?.(report);
  }
}

const standsAs = ({ standing }: ArchiveStory) => (standing === "public" ? "draft" : standing);
