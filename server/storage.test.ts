import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import S3rver from "s3rver";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readSettings } from "./env.ts";
import { isPublicName, originalKey, publicKey } from "./storage/keys.ts";
import { openStore, type Store } from "./storage.ts";

const NAME = `${"a1".repeat(16)}.webp`;
const folder = mkdtempSync(join(tmpdir(), "dateline-store-"));
const server = new S3rver({
  port: 0,
  address: "127.0.0.1",
  silent: true,
  directory: join(folder, "s3"),
  configureBuckets: [{ name: "newsroom", configs: [] }],
});
let stores: Record<string, Store> = {};

beforeAll(async () => {
  const { port } = await server.run();
  const bucket = {
    S3_ENDPOINT: `http://127.0.0.1:${port}`,
    S3_BUCKET: "newsroom",
    S3_ACCESS_KEY: "S3RVER",
    S3_SECRET_KEY: "S3RVER",
  };
  stores = {
    "a folder": await openStore(readSettings({ DATA_DIR: folder })),
    "a bucket": await openStore(readSettings(bucket)),
  };
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const storeNamed = (name: string): Store => {
  const store = stores[name];
  if (!store) throw new Error(name);
  return store;
};

describe.for(["a folder", "a bucket"])("the store in %s", (which) => {
  it("gives back what it was given, lends it as a file, lists it and forgets it", async () => {
    const store = storeNamed(which);
    const bytes = Buffer.from("not really a picture");
    await store.put(publicKey(NAME), bytes);
    expect(await store.read(publicKey(NAME))).toEqual(bytes);
    expect(await store.size(publicKey(NAME))).toBe(bytes.length);

    const original = originalKey();
    await store.withFile(publicKey(NAME), (path) => store.putFile(original, path));
    expect(await store.read(original)).toEqual(bytes);

    const listed: string[] = [];
    for await (const { key } of store.list("originals")) listed.push(key);
    expect(listed).toEqual([original]);

    await store.remove(original);
    await store.remove(original);
    expect(await store.read(original)).toBeNull();
    expect(await store.size(original)).toBeNull();
  });
});

describe("a key of the store", () => {
  it("is never made from what somebody called a file", async () => {
    const before = readdirSync(folder, { recursive: true }).length;
    for (const name of [
      "../../etc/passwd",
      "a/../../b.jpg",
      "x.jpg\0.webp",
      "CON",
      `${"a".repeat(300)}.jpg`,
    ]) {
      expect(isPublicName(name)).toBe(false);
      expect(() => publicKey(name)).toThrow("not a key");
      for (const store of Object.values(stores)) {
        await expect(async () => store.put(`originals/${name}`, Buffer.from("x"))).rejects.toThrow(
          "not a key",
        );
      }
    }
    expect(readdirSync(folder, { recursive: true })).toHaveLength(before);
  });
});
