/**
 * Where a file lies in the store. Names are made by us from hashes and chance, never from what
 * somebody called a file: nothing that a person types becomes a path.
 */
import { randomBytes } from "node:crypto";

const KEY = /^(?:originals\/[0-9a-f]{2}\/[0-9a-f]{32}|public\/[0-9a-f]{2}\/[0-9a-f]{32}\.(?:jpg|webp|avif))$/;
const PUBLIC_NAME = /^[0-9a-f]{32}\.(?:jpg|webp|avif)$/;

/** For a new original: unguessable, and telling nothing of what it holds. */
export function originalKey(): string {
  const name = randomBytes(16).toString("hex");
  return `originals/${name.slice(0, 2)}/${name}`;
}

/** For a file that readers may fetch at `/media/{name}`. */
export function publicKey(name: string): string {
  return checkedKey(`public/${name.slice(0, 2)}/${name}`);
}

/** Whether this can be the name of a public file at all. */
export function isPublicName(name: string): boolean {
  return PUBLIC_NAME.test(name);
}

/** Stops whatever would leave the store, however it got there. */
export function checkedKey(key: string): string {
  if (!KEY.test(key)) throw new Error("not a key of the store");
  return key;
}

export const CONTENT_TYPES = { jpg: "image/jpeg", webp: "image/webp", avif: "image/avif" } as const;

export function contentTypeOf(publicName: string): string {
  const ending = publicName.slice(publicName.lastIndexOf(".") + 1);
  return CONTENT_TYPES[ending as keyof typeof CONTENT_TYPES] ?? "application/octet-stream";
}
