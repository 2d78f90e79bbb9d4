/**
 * Files that never change under their name: Next's own and the ones in `public/`. Served from
 * memory in the encoding that the browser takes, compressed quickly at first and as hard as it
 * gets in a quiet moment; that result is kept on disk under the file's own hash.
 */
import { createHash } from "node:crypto";
import { mkdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { compressFirst, compressHardest, takeBody } from "./compress.ts";
import { type Page, pageOf, variantOf } from "./page.ts";

const TYPES: Record<string, string> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
  ".woff": "font/woff",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".avif": "image/avif",
  ".ico": "image/x-icon",
  ".wasm": "application/wasm",
};
const PACKED_ALREADY = new Set([".woff2", ".woff", ".png", ".jpg", ".webp", ".avif"]);
const HASHED = /[.-][0-9a-z_-]{8,}\.\w+$/i;
const NEXT = "/_next/static/";
const LARGEST_BYTES = 16 * 1024 * 1024;
const MEMORY_BYTES = 24 * 1024 * 1024;
const SAFE = /^\/[\w\-.~@+()[\]/]+$/;

export type StaticFolders = { build: string; public: string; kept: string };

export class StaticFiles {
  readonly #folders: StaticFolders;
  readonly #files = new Map<string, Promise<Page | null>>();
  readonly #here = new Map<string, Page>();
  #bytes = 0;

  constructor(folders: StaticFolders) {
    this.#folders = folders;
  }

  /** By its name alone: a build may add files while the front runs. */
  mayHave(path: string): boolean {
    return path.startsWith(NEXT) || Object.hasOwn(TYPES, extname(path).toLowerCase());
  }

  /** The file, from disk where need be. Null: there is none, and somebody else may know the address. */
  async find(path: string): Promise<Page | null> {
    const there = this.#here.get(path);
    if (there) return there;
    if (!SAFE.test(path) || path.includes("..")) return null;
    const reading = this.#files.get(path) ?? this.#read(path);
    this.#files.set(path, reading);
    try {
      return await reading;
    } finally {
      this.#files.delete(path);
    }
  }

  /** Compresses one file as hard as it gets. False: there was none left. */
  async improve(): Promise<boolean> {
    for (const [path, file] of this.#here) {
      const variant = await compressHardest(file);
      if (variant === null) continue;
      file.variants = { ...file.variants, br: variant };
      file.best = true;
      await this.#keep(path, file, variant.body);
      return true;
    }
    return false;
  }

  async #read(path: string): Promise<Page | null> {
    const name = path.startsWith(NEXT)
      ? join(this.#folders.build, "static", path.slice(NEXT.length))
      : join(this.#folders.public, path);
    const found = await stat(name).catch(() => null);
    if (!found?.isFile() || found.size > LARGEST_BYTES) return null;
    const body = await readFile(name);
    const type = extname(path).toLowerCase();
    const file = pageOf({
      path,
      status: 200,
      keys: [],
      headers: headersOf(path, type),
      staleAt: Number.POSITIVE_INFINITY,
      body,
    });
    if (PACKED_ALREADY.has(type)) {
      const plain = variantOf(file, "identity", body);
      file.variants = { identity: plain, br: plain, gzip: plain };
      file.best = true;
    } else await this.#compress(file, body);
    this.#remember(file);
    return file;
  }

  async #compress(file: Page, body: Buffer): Promise<void> {
    const kept = await readFile(this.#keptName(file)).catch(() => null);
    if (kept === null) return compressFirst(file, body);
    takeBody(file, "br", kept);
    file.best = true;
  }

  #remember(file: Page): void {
    const bytes = file.variants.br?.body.length ?? 0;
    // Next's chunks and our fonts fit many times over; what doesn't is read again when it is asked for.
    if (this.#bytes + bytes > MEMORY_BYTES) return;
    this.#bytes += bytes;
    this.#here.set(file.path, file);
  }

  async #keep(path: string, file: Page, body: Buffer): Promise<void> {
    const name = this.#keptName(file);
    try {
      await mkdir(this.#folders.kept, { recursive: true, mode: 0o700 });
      await writeFile(`${name}.part`, body);
      await rename(`${name}.part`, name);
    } catch {
      // Not kept: it is compressed again after the next start, and that is all.
      this.#here.set(path, file);
    }
  }

  #keptName(file: Page): string {
    return join(this.#folders.kept, createHash("sha1").update(`${file.path} ${file.etag}`).digest("hex"));
  }
}

function headersOf(path: string, type: string): string[] {
  const lasting = path.startsWith(NEXT) || HASHED.test(path);
  return [
    "content-type",
    TYPES[type] ?? "application/octet-stream",
    "cache-control",
    lasting ? "public, max-age=31536000, immutable" : "public, max-age=300",
    "x-content-type-options",
    "nosniff",
    "cross-origin-resource-policy",
    "same-origin",
  ];
}
