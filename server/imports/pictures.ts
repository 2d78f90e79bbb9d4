/**
 * From a picture's old address to a picture of ours: out of what came along, else from the old
 * site. Each address is tried once a run; what has become of it is written down, so that a run
 * that goes on fetches nothing twice.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { Ctx } from "#domain/context.ts";
import { largestAddress } from "#domain/imports/body/picture-in.ts";
import type { LossKind } from "#domain/imports/losses.ts";
import type { Run } from "#domain/imports/take-in.ts";
import { findTakenPicture, keepFailedPicture, keepTakenPicture } from "#domain/imports/take-in-picture.ts";
import { type FetchLimits, fetchToFile } from "../guarded-fetch.ts";
import { receivePicture } from "../pictures/receive.ts";
import type { Store } from "../storage.ts";
import type { Beside } from "./beside.ts";

export type PictureSource = {
  ctx: () => Ctx;
  run: Run;
  store: Store;
  maxPixels: number;
  limits: FetchLimits;
  beside: Beside | null;
  /** Whether pictures may be fetched from the web. */
  fetches: boolean;
};
export type Got = { pictureId: string; isNew: boolean } | { trouble: LossKind; name: string };

export class OldPictures {
  readonly #source: PictureSource;
  readonly #hosts = new Set<string>();
  readonly #underWay = new Map<string, Promise<Got>>();

  constructor(source: PictureSource, site: string | null) {
    this.#source = source;
    if (site !== null) this.trust(site);
  }

  /** Pictures of this site may be fetched: it is the old site, or keeps its files. */
  trust(address: string): void {
    if (URL.canParse(address)) this.#hosts.add(hostOf(address));
  }

  /** Several stories that show one picture wait for the same look. */
  get(address: string, said: { alt: string; caption: string }): Promise<Got> {
    const wanted = largestAddress(plainAddress(address));
    const known = this.#underWay.get(wanted);
    if (known) return known;
    const getting = this.#get(wanted, address, said).finally(() => this.#underWay.delete(wanted));
    this.#underWay.set(wanted, getting);
    return getting;
  }

  async #get(wanted: string, written: string, said: { alt: string; caption: string }): Promise<Got> {
    const { ctx, run } = this.#source;
    const taken = await findTakenPicture(ctx(), run, wanted);
    if (typeof taken === "string") return { pictureId: taken, isNew: false };
    if (taken === null) return { trouble: "picture-missing", name: wanted };
    const folder = await mkdtemp(join(tmpdir(), "dateline-moving-"));
    try {
      const path = join(folder, "picture");
      const why = await this.#bring([...new Set([wanted, plainAddress(written)])], path);
      if (why === "elsewhere") return { trouble: "picture-elsewhere", name: wanted };
      if (why !== null) return await this.#fail(wanted, "picture-missing", why);
      return await this.#keep(wanted, path, said);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  async #keep(address: string, path: string, said: { alt: string; caption: string }): Promise<Got> {
    const { ctx, run, store, maxPixels } = this.#source;
    const fileName = basename(new URL(address).pathname);
    const received = await receivePicture(ctx(), { store, maxPixels }, { path, fileName });
    if ("refused" in received) return this.#fail(address, "picture-refused", received.refused);
    await keepTakenPicture(ctx(), run, { ...received, address, said });
    return { pictureId: received.pictureId, isNew: !received.isKnown };
  }

  async #fail(address: string, trouble: LossKind, why: string): Promise<Got> {
    const { ctx, run } = this.#source;
    await keepFailedPicture(ctx(), run, address, why);
    return { trouble, name: `${address}: ${why}` };
  }

  /** Null: the file lies at `path` now. */
  async #bring(addresses: readonly string[], path: string): Promise<string | null> {
    const { beside, fetches, limits } = this.#source;
    let why = beside === null ? "nobody said where pictures are" : "it isn't among the files that came along";
    for (const address of addresses) {
      const name = beside?.find(address) ?? null;
      if (name !== null && (await beside?.copy(name, path, limits.maxBytes))) return null;
    }
    if (!fetches) return why;
    if (!this.#hosts.has(hostOf(addresses[0] ?? ""))) return "elsewhere";
    for (const address of addresses) {
      const fetched = await fetchToFile(address, path, limits);
      if (fetched.ok) return null;
      why = fetched.why;
    }
    return why;
  }
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host.toLowerCase().replace(/^www\./, "") : "";
}

/** Without what asks for a size, and from the site itself instead of WordPress's own network. */
function plainAddress(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  url.search = "";
  url.hash = "";
  const proxied = /^i\d\.wp\.com$/.test(url.hostname) ? /^\/([^/]+\.[^/]+)(\/.+)$/.exec(url.pathname) : null;
  return proxied ? `https://${proxied[1]}${proxied[2]}` : url.href;
}
