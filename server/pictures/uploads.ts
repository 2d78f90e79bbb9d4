/**
 * Resumable uploads by the tus protocol at /api/pictures/upload. Every request is asked anew who
 * sends it; an upload belongs to whoever began it. Parts lie in DATA_DIR/uploads under names of
 * ours; with the last byte the whole is judged, and the answer says which picture it is.
 */
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { FileStore } from "@tus/file-store";
import { Server } from "@tus/server";
import type { Ctx, Person } from "#domain/context.ts";
import { authorize } from "#domain/permissions.ts";
import { Problem } from "#domain/problem.ts";
import type { Settings } from "../env.ts";
import { log } from "../log.ts";
import type { Store } from "../storage.ts";
import { findFinished, noteFinished, pictureHeaders } from "./finished.ts";
import { type Received, receivePicture } from "./receive.ts";
import { refuseHoarding, takeUpload } from "./upload-limits.ts";
import { uploadsFolder } from "./uploads-folder.ts";

export const UPLOAD_PATH = "/api/pictures/upload";
const UPLOAD_ID = /^[0-9a-f]{32}$/;

type Place = Pick<Settings, "dataDir" | "pictureMaxBytes" | "pictureMaxPixels">;
type Uploaded = { id: string; size?: number; offset: number; metadata?: Record<string, string | null> };

/** A context in which a person acts: nobody else uploads. */
type Sender = Ctx & { actor: Person };

export type Uploads = { answer(request: Request, ctx: Ctx): Promise<Response> };

export function openUploads(place: Place, store: Store): Uploads {
  const folder = uploadsFolder(place.dataDir);
  const parts = new FileStore({ directory: folder });
  /** Who sends a request, for the protocol's hooks. */
  const senders = new WeakMap<object, Sender>();
  /** An upload whose last answer got lost is asked about while it is still being judged. */
  const underWay = new Map<string, Promise<Received>>();

  const senderOf = (request: object) => {
    const ctx = senders.get(request);
    if (!ctx) throw new Error("an upload without a sender");
    return ctx;
  };
  const finish = (ctx: Sender, upload: Uploaded): Promise<Received> => {
    const known = underWay.get(upload.id);
    if (known) return known;
    const judging = finishUpload(ctx, { folder, parts, store, maxPixels: place.pictureMaxPixels }, upload);
    underWay.set(upload.id, judging);
    return judging.finally(() => underWay.delete(upload.id));
  };
  const tus = protocol(parts, place, { senderOf, finish });
  return {
    answer: async (request, ctx) => {
      authorize(ctx.actor, "picture.upload");
      const { actor } = ctx;
      if (actor.kind !== "person") throw new Error("only people upload");
      senders.set(request, { ...ctx, actor });
      const again = await answerAgain(folder, request, actor);
      if (again !== null) return again;
      const answer = withType(await tus.handleWeb(request));
      const upload = request.method === "HEAD" && answer.ok ? await completeIn(parts, request) : null;
      if (upload === null) return answer;
      // Everything has arrived, but we ended before it was judged.
      const received = await finish({ ...ctx, actor }, upload);
      if ("refused" in received) throw new Problem("missing", received.refused);
      for (const [name, value] of Object.entries(pictureHeaders(received))) answer.headers.set(name, value);
      return answer;
    },
  };
}

type Hooks = {
  senderOf: (request: object) => Sender;
  finish: (sender: Sender, upload: Uploaded) => Promise<Received>;
};

function protocol(parts: FileStore, place: Place, { senderOf, finish }: Hooks): Server {
  return new Server({
    path: UPLOAD_PATH,
    datastore: parts,
    relativeLocation: true,
    maxSize: place.pictureMaxBytes,
    allowedOrigins: [],
    namingFunction: () => randomBytes(16).toString("hex"),
    getFileIdFromRequest: (_, last) => (last !== undefined && UPLOAD_ID.test(last) ? last : undefined),
    onIncomingRequest: async (request, id) => {
      if (request.method !== "POST") await refuseStranger(parts, id, senderOf(request).actor);
    },
    onUploadCreate: async (request, upload) => {
      const ctx = senderOf(request);
      if (upload.size === undefined) throw said(400, "Say how large the picture is.");
      if (upload.size === 0) throw said(415, "This file is empty.");
      const { personId } = ctx.actor;
      await refuseHoarding(parts, personId, upload.size, place.pictureMaxBytes);
      await takeUpload(ctx.db, personId);
      return { metadata: { filename: upload.metadata?.filename ?? "", personId } };
    },
    onUploadFinish: async (request, upload) => {
      const received = await finish(senderOf(request), upload);
      if ("refused" in received) throw said(415, received.refused);
      return { headers: pictureHeaders(received) };
    },
    onResponseError: (_, error) => inWords(error, place.pictureMaxBytes),
  });
}

type Tools = { folder: string; parts: FileStore; store: Store; maxPixels: number };

async function finishUpload(
  ctx: Sender,
  { folder, parts, ...tools }: Tools,
  { id, size = 0, metadata }: Uploaded,
): Promise<Received> {
  const arrived = { path: join(folder, id), fileName: metadata?.filename ?? "" };
  const received = await receivePicture(ctx, tools, arrived);
  if (!("refused" in received)) {
    await noteFinished(folder, id, { ...received, personId: ctx.actor.personId, bytes: size });
  }
  await parts.remove(id);
  return received;
}

async function refuseStranger(parts: FileStore, id: string, { personId }: Person): Promise<void> {
  const upload = await parts.getUpload(id);
  if (upload.metadata?.personId !== personId) throw said(404, "There is no such upload.");
}

function idIn(request: Request): string | null {
  const last = new URL(request.url).pathname.split("/").at(-1) ?? "";
  return UPLOAD_ID.test(last) ? last : null;
}

/** To a browser that hasn't heard how its upload ended. */
async function answerAgain(folder: string, request: Request, actor: Person): Promise<Response | null> {
  const id = idIn(request);
  if (id === null || (request.method !== "HEAD" && request.method !== "PATCH")) return null;
  const finished = await findFinished(folder, id);
  if (finished === null || finished.personId !== actor.personId) return null;
  return new Response(null, {
    status: request.method === "HEAD" ? 200 : 204,
    headers: {
      "Tus-Resumable": "1.0.0",
      "Upload-Offset": String(finished.bytes),
      "Upload-Length": String(finished.bytes),
      "cache-control": "no-store",
      ...pictureHeaders(finished),
    },
  });
}

async function completeIn(parts: FileStore, request: Request): Promise<Uploaded | null> {
  const id = idIn(request);
  if (id === null) return null;
  const upload = await parts.getUpload(id);
  return upload.size !== undefined && upload.offset === upload.size ? upload : null;
}

type TusError = { status_code: number; body: string };

function said(status_code: number, message: string): TusError {
  return { status_code, body: JSON.stringify({ message }) };
}

/** The protocol's own errors as sentences for whoever sends. */
function inWords(error: Error | TusError, maxBytes: number): TusError {
  if (error instanceof Problem) return said(error.kind === "unavailable" ? 429 : 403, error.message);
  if (!("status_code" in error)) {
    log().error({ err: error }, "an upload failed");
    return said(500, "Something on our side failed. Try again in a moment.");
  }
  if (error.body.startsWith("{")) return error;
  if (error.status_code === 413) {
    return said(413, `This picture is too large: ${maxBytes / 1_000_000} MB are the most.`);
  }
  return said(error.status_code, error.body.trim());
}

function withType(answer: Response): Response {
  answer.headers.set("cache-control", "no-store");
  answer.headers.set("x-content-type-options", "nosniff");
  if (answer.status >= 400) answer.headers.set("content-type", "application/json");
  return answer;
}
