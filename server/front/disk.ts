/**
 * The edition on disk, so that a newspaper comes out even when web and the database are down.
 *
 * A body is a file that is written once under a name of its own; the truth about it is a line
 * in `journal`, appended in one write: a page is here, is old, was dropped, a story is gone, the
 * last change applied. Bodies are written before their line and removed after it, and a change's
 * lines come before its stamp: every beginning of the journal is an edition that once stood, and
 * replaying the changes after its stamp brings it up to date. What a hard change drops is synced
 * before anybody is told. When the disk fails, the folder goes and the front lives on memory.
 */
import { createHash, randomBytes } from "node:crypto";
import * as fs from "node:fs";
import { readFile, unlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Gone } from "./changes.ts";
import { type Line, readJournal, tellPage } from "./journal.ts";
import type { Encoding, Page } from "./page.ts";

export type Kept = { pages: Page[]; gone: Gone[]; stamp: { seq: number; at: string } | null };

const LONG_JOURNAL_LINES = 20_000;

export class Disk {
  readonly #folder: string;
  readonly #fail: (error: unknown) => void;
  #journal: number | null = null;
  #serial = 0;
  #lines = 0;
  #build = "";
  /** Two runs of the front never give a body the same name. */
  readonly #run = randomBytes(4).toString("hex");

  constructor(folder: string, say: (sentence: string, error: unknown) => void) {
    this.#folder = folder;
    let failed = false;
    this.#fail = (error) => {
      if (failed) return;
      failed = true;
      if (this.#journal !== null) fs.closeSync(this.#journal);
      this.#journal = null;
      say("The edition's folder can't be written. Pages are kept in memory only.", error);
      fs.rmSync(this.#folder, { recursive: true, force: true });
    };
  }

  /** Reads the journal and writes it anew, short. Pages printed by another build come out old. */
  open(build: string): Kept {
    const kept: Kept = { pages: [], gone: [], stamp: null };
    try {
      fs.mkdirSync(join(this.#folder, "pages"), { recursive: true, mode: 0o700 });
      Object.assign(kept, readJournal(this.#read(), build));
      this.#build = build;
      this.#rewrite(kept);
    } catch (error) {
      this.#fail(error);
      return { pages: [], gone: [], stamp: null };
    }
    return kept;
  }

  /** Keeps a page's body. `stands` says, once it is written, whether the page still is the one that counts. */
  async save(page: Page, encoding: Encoding, body: Buffer, stands: () => boolean): Promise<void> {
    if (this.#journal === null) return;
    const name = `${createHash("sha1").update(page.path).digest("hex").slice(0, 12)}-${this.#run}-${this.#serial++}`;
    try {
      await writeFile(this.#bodyOf(name), body, { mode: 0o600 });
    } catch (error) {
      return this.#fail(error);
    }
    if (!stands()) return this.#unlink(name);
    const before = page.file;
    page.file = { name, encoding, bytes: body.length };
    this.#append([tellPage(page)]);
    if (before) this.#unlink(before.name);
  }

  read(name: string): Promise<Buffer> {
    return readFile(this.#bodyOf(name));
  }

  /** A hard drop is on disk, and its bodies are gone, when this returns. */
  forget(pages: readonly Page[], how: "hard" | "soft"): void {
    const here = pages.filter((page) => page.file !== null);
    if (here.length === 0) return;
    this.#append(here.map((page): Line => ["dropped", page.path]));
    for (const { file } of here) {
      if (file === null) continue;
      if (how === "hard") this.#unlinkNow(file.name);
      else this.#unlink(file.name);
    }
    if (how === "hard") this.#sync();
  }

  old(page: Page): void {
    if (page.file && page.old) this.#append([["old", page.path, page.old]]);
  }

  gone(gone: Gone): void {
    this.#append([["gone", gone.storyNumber, gone.language, gone.at]]);
  }

  notGone(storyNumber: number): void {
    this.#append([["not gone", storyNumber]]);
  }

  stamp(seq: number, at: string): void {
    this.#append([["stamp", seq, at]]);
  }

  /** Writes the journal anew when most of its lines are about what no longer stands. */
  shorten(kept: Kept): void {
    if (this.#journal === null || this.#lines < LONG_JOURNAL_LINES + 4 * kept.pages.length) return;
    try {
      this.#rewrite({ ...kept, pages: kept.pages.filter((page) => page.file !== null) });
    } catch (error) {
      this.#fail(error);
    }
  }

  close(): void {
    if (this.#journal !== null) fs.closeSync(this.#journal);
    this.#journal = null;
  }

  /** Bodies that no line speaks of any more: left by a front that was killed between the two. */
  sweep(pages: Iterable<Page>): void {
    const spoken = new Set<string>();
    for (const page of pages) if (page.file) spoken.add(page.file.name);
    try {
      for (const name of fs.readdirSync(join(this.#folder, "pages"))) {
        if (!spoken.has(name) && !name.includes(this.#run)) this.#unlink(name);
      }
    } catch (error) {
      this.#fail(error);
    }
  }

  #read(): string {
    try {
      return fs.readFileSync(this.#journalPath(), "utf8");
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return "";
      throw error;
    }
  }

  #rewrite(kept: Kept): void {
    const lines: Line[] = [["build", this.#build]];
    if (kept.stamp) lines.push(["stamp", kept.stamp.seq, kept.stamp.at]);
    for (const gone of kept.gone) lines.push(["gone", gone.storyNumber, gone.language, gone.at]);
    for (const page of kept.pages) {
      lines.push(tellPage(page));
      if (page.old) lines.push(["old", page.path, page.old]);
    }
    const next = `${this.#journalPath()}.next`;
    this.close();
    this.#journal = fs.openSync(next, "w", 0o600);
    this.#lines = 0;
    this.#append(lines);
    if (this.#journal === null) throw new Error("the journal could not be written");
    fs.fdatasyncSync(this.#journal);
    fs.renameSync(next, this.#journalPath());
  }

  #append(lines: readonly Line[]): void {
    if (this.#journal === null || lines.length === 0) return;
    this.#lines += lines.length;
    const bytes = Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
    try {
      for (let written = 0; written < bytes.length; ) written += fs.writeSync(this.#journal, bytes, written);
    } catch (error) {
      this.#fail(error);
    }
  }

  #sync(): void {
    try {
      if (this.#journal !== null) fs.fdatasyncSync(this.#journal);
    } catch (error) {
      this.#fail(error);
    }
  }

  #unlink(name: string): void {
    unlink(this.#bodyOf(name)).catch(() => {
      // It is gone already, and no line speaks of it: the next start sweeps what is left.
    });
  }

  #unlinkNow(name: string): void {
    try {
      fs.unlinkSync(this.#bodyOf(name));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") this.#fail(error);
    }
  }

  #bodyOf(name: string): string {
    return join(this.#folder, "pages", name);
  }

  #journalPath(): string {
    return join(this.#folder, "journal");
  }
}
