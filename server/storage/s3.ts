/** The store in a bucket that speaks S3. The library is loaded only where a bucket is set. */
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { S3Client } from "@aws-sdk/client-s3";
import type { Settings } from "../env.ts";
import type { Store } from "../storage.ts";
import { checkedKey } from "./keys.ts";

type Bucket = NonNullable<Settings["bucket"]>;

export async function s3Store(bucket: Bucket): Promise<Store> {
  const s3 = await import("@aws-sdk/client-s3");
  const client = clientFor(bucket, s3.S3Client);
  const at = (key: string) => ({ Bucket: bucket.name, Key: checkedKey(key) });
  const open = async (key: string) => {
    try {
      const { Body } = await client.send(new s3.GetObjectCommand(at(key)));
      return (Body ?? null) as Readable | null;
    } catch (error) {
      return absent(error);
    }
  };
  return {
    put: async (key, bytes) => {
      await client.send(new s3.PutObjectCommand({ ...at(key), Body: bytes }));
    },
    putFile: async (key, path) => {
      const ContentLength = (await stat(path)).size;
      await client.send(new s3.PutObjectCommand({ ...at(key), Body: createReadStream(path), ContentLength }));
    },
    read: async (key) => {
      const body = await open(key);
      return body === null ? null : Buffer.concat(await body.toArray());
    },
    size: async (key) => {
      const head = await client.send(new s3.HeadObjectCommand(at(key))).catch(absent);
      return head?.ContentLength ?? null;
    },
    withFile: async (key, use) => {
      const folder = await mkdtemp(join(tmpdir(), "dateline-media-"));
      try {
        const body = await open(key);
        if (body === null) throw new Error("the store has no such file");
        const path = join(folder, "original");
        await pipeline(body, createWriteStream(path));
        return await use(path);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
    remove: async (key) => {
      await client.send(new s3.DeleteObjectCommand(at(key)));
    },
    list: async function* list(kind) {
      let after: string | undefined;
      do {
        const page = await client.send(
          new s3.ListObjectsV2Command({ Bucket: bucket.name, Prefix: `${kind}/`, ContinuationToken: after }),
        );
        for (const { Key, LastModified } of page.Contents ?? []) {
          if (Key !== undefined && LastModified !== undefined) yield { key: Key, writtenAt: LastModified };
        }
        after = page.NextContinuationToken;
      } while (after !== undefined);
    },
  };
}

function clientFor({ endpoint, region, accessKey, secretKey }: Bucket, Client: typeof S3Client): S3Client {
  return new Client({
    region,
    credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
    // Servers of other makers have no host name per bucket, and not all know the newer checksums.
    ...(endpoint !== null && { endpoint, forcePathStyle: true }),
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 5_000, requestTimeout: 60_000 },
  });
}

/** Missing is an answer; a bucket that can't be reached is an error. */
function absent(error: unknown): null {
  const { name, $metadata } = error as { name?: string; $metadata?: { httpStatusCode?: number } };
  if (name === "NoSuchKey" || name === "NotFound" || $metadata?.httpStatusCode === 404) return null;
  throw error;
}
