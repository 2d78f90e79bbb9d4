/**
 * The one place where files of pictures are kept: a folder in DATA_DIR, or a bucket where one is
 * set. Nothing in it has an address of its own; what readers may have goes out through the press.
 */
import { join } from "node:path";
import type { Settings } from "./env.ts";
import { diskStore } from "./storage/disk.ts";

export type Store = {
  put(key: string, bytes: Uint8Array): Promise<void>;
  putFile(key: string, path: string): Promise<void>;
  /** Null: there is no such file. */
  read(key: string): Promise<Buffer | null>;
  size(key: string): Promise<number | null>;
  /** Hands the file to a program that reads files; it may not be changed or kept. */
  withFile<R>(key: string, use: (path: string) => Promise<R>): Promise<R>;
  remove(key: string): Promise<void>;
  list(kind: "originals" | "public"): AsyncIterable<{ key: string; writtenAt: Date }>;
};

type Place = Pick<Settings, "dataDir" | "bucket">;
const holder = globalThis as typeof globalThis & { datelineStores?: Map<string, Promise<Store>> };

export async function openStore({ dataDir, bucket }: Place): Promise<Store> {
  if (bucket === null) return diskStore(mediaFolder(dataDir));
  const { s3Store } = await import("./storage/s3.ts");
  return s3Store(bucket);
}

/** This process's store, opened once. */
export function storeOf(place: Place): Promise<Store> {
  holder.datelineStores ??= new Map();
  const name = place.bucket === null ? place.dataDir : `${place.bucket.endpoint} ${place.bucket.name}`;
  const open = holder.datelineStores.get(name) ?? openStore(place);
  holder.datelineStores.set(name, open);
  return open;
}

export function mediaFolder(dataDir: string): string {
  return join(/*turbopackIgnore: true*/ dataDir, "media");
}
