/**
 * Archives on their way here, resumable by the tus protocol at /api/imports/upload: they are
 * hundreds of megabytes, and lines break. Each lies in DATA_DIR/imports under a name of ours. With
 * its last byte an export becomes a rehearsal; a zip of pictures is put beside one.
 */
import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { rename } from "node:fs/promises";
import { join } from "node:path";
import { FileStore } from "@tus/file-store";
import { Server } from "@tus/server";
import type { Ctx, Person } from "#domain/context.ts";
import { addArchive, putPicturesBeside } from "#domain/imports/runs.ts";
import { authorize } from "#domain/permissions.ts";
import { Problem } from "#domain/problem.ts";
import { sourceOfFile } from "./archive-file.ts";
import { importsFolder } from "./job.ts";
import { openZip } from "./zip.ts";

export const ARCHIVE_UPLOAD_PATH = "/api/imports/upload";
const UPLOAD_ID = /^[0-9a-f]{32}$/;
/** A newspaper of twenty years with all its pictures. */
const LARGEST_BYTES = 60_000_000_000;

type Sender = Ctx & { actor: Person };
type Uploaded = { id: string; metadata?: Record<string, string | null> };
export type ArchiveUploads = { answer(request: Request, ctx: Ctx): Promise<Response> };

export function openArchiveUploads(dataDir: string): ArchiveUploads {
  const folder = importsFolder(dataDir);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const parts = new FileStore({ directory: folder });
  const senders = new WeakMap<object, Sender>();
  const senderOf = (request: object) => {
    const sender = senders.get(request);
    if (!sender) throw new Error("an upload without a sender");
    return sender;
  };
  const tus = new Server({
    path: ARCHIVE_UPLOAD_PATH,
    datastore: parts,
    relativeLocation: true,
    maxSize: LARGEST_BYTES,
    allowedOrigins: [],
    namingFunction: () => randomBytes(16).toString("hex"),
    getFileIdFromRequest: (_, last) => (last !== undefined && UPLOAD_ID.test(last) ? last : undefined),
    onIncomingRequest: async (request, id) => {
      if (request.method === "POST") return;
      const { metadata } = await parts.getUpload(id);
      if (metadata?.personId !== senderOf(request).actor.personId)
        throw said(404, "There is no such upload.");
    },
    onUploadCreate: async (request, { metadata }) => ({
      metadata: { ...metadata, personId: senderOf(request).actor.personId },
    }),
    onUploadFinish: async (request, upload) => ({
      headers: { "X-Import-Id": await arrived(senderOf(request), folder, upload) },
    }),
    onResponseError: (_, error) => inWords(error),
  });
  return {
    answer: async (request, ctx) => {
      authorize(ctx.actor, "outlet.manage");
      const { actor } = ctx;
      if (actor.kind !== "person") throw new Error("only people upload");
      senders.set(request, { ...ctx, actor });
      const answer = await tus.handleWeb(request);
      answer.headers.set("cache-control", "no-store");
      answer.headers.set("x-content-type-options", "nosniff");
      if (answer.status >= 400) answer.headers.set("content-type", "application/json");
      return answer;
    },
  };
}

/** The id of the import that it belongs to. What isn't what it should be is refused with a sentence. */
async function arrived(ctx: Sender, folder: string, { id, metadata }: Uploaded): Promise<string> {
  const path = join(folder, id);
  const fileName = (metadata?.filename ?? "").slice(0, 200);
  const beside = metadata?.beside ?? "";
  if (beside !== "") {
    await (await openZip(path)).close();
    const place = `${path}.zip`;
    await rename(path, place);
    return (await putPicturesBeside(ctx, { importId: beside }, { kind: "zip", place })).importId;
  }
  const source = await sourceOfFile(path);
  const fileKey = `${id}.archive`;
  await rename(path, join(folder, fileKey));
  const choices = metadata?.site ? { site: metadata.site } : {};
  return (await addArchive(ctx, { source, fileName, fileKey, beside: null, choices })).importId;
}

type TusError = { status_code: number; body: string };

function said(status_code: number, message: string): TusError {
  return { status_code, body: JSON.stringify({ message }) };
}

function inWords(error: Error | TusError): TusError | undefined {
  if (error instanceof Problem) return said(error.kind === "conflict" ? 422 : 415, error.message);
  if (!("status_code" in error)) return undefined;
  return error.body.startsWith("{") ? error : said(error.status_code, error.body.trim());
}
