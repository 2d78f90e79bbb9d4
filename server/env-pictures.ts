/** Settings of pictures: where their files are kept, and how large one may be. */
import type { Reading, SettingName } from "./env-reading.ts";

export type PictureSettings = {
  /** Where pictures' files are kept; null = in DATA_DIR. */
  readonly bucket: {
    /** null = Amazon's own. */
    readonly endpoint: string | null;
    readonly name: string;
    readonly region: string;
    readonly accessKey: string;
    readonly secretKey: string;
  } | null;
  readonly pictureMaxBytes: number;
  readonly pictureMaxPixels: number;
};

const BUCKET_NEEDS = ["S3_BUCKET", "S3_ACCESS_KEY", "S3_SECRET_KEY"] as const satisfies SettingName[];
const BUCKET_MAY_HAVE = ["S3_ENDPOINT", "S3_REGION"] as const satisfies SettingName[];

export function readPictureSettings(reading: Reading): PictureSettings {
  return {
    bucket: readBucket(reading),
    pictureMaxBytes: reading.number("PICTURE_MAX_MB", 60, 1, 500) * 1_000_000,
    pictureMaxPixels: reading.number("PICTURE_MAX_MEGAPIXELS", 120, 1, 250) * 1_000_000,
  };
}

function readBucket(reading: Reading): PictureSettings["bucket"] {
  const endpoint = reading.url("S3_ENDPOINT", ["http:", "https:"], "https://s3.example.org");
  const given = [...BUCKET_NEEDS, ...BUCKET_MAY_HAVE].filter((name) => reading.text(name) !== null);
  const missing = BUCKET_NEEDS.filter((name) => reading.text(name) === null);
  if (given.length === 0) return null;
  if (missing.length > 0) {
    return reading.mistake(
      `${given[0]} needs ${missing.join(" and ")} beside it: pictures go into a bucket.`,
    );
  }
  const name = reading.text("S3_BUCKET") ?? "";
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name)) {
    reading.mistake("S3_BUCKET must be the name of a bucket alone, such as newsroom-media.");
  }
  return {
    endpoint: endpoint === null ? null : endpoint.href.replace(/\/+$/, ""),
    name,
    region: reading.text("S3_REGION") ?? "us-east-1",
    accessKey: reading.text("S3_ACCESS_KEY") ?? "",
    secretKey: reading.text("S3_SECRET_KEY") ?? "",
  };
}
