import { type DetailedError, Upload } from "tus-js-client";

export type ArchiveTold = {
  progress: (share: number) => void;
  /** The server won't have it, or doesn't answer (null). */
  failed: (sentence: string | null) => void;
  done: (importId: string) => void;
};

const RETRY_MS = [0, 1_000, 3_000, 5_000, 10_000, 30_000];
const CHUNK_BYTES = 16 * 1024 * 1024;

/** An archive on its way: hundreds of megabytes over a line that breaks. */
export function archiveUpload(file: File, metadata: Record<string, string>, told: ArchiveTold): Upload {
  return new Upload(file, {
    endpoint: "/api/imports/upload",
    metadata: { ...metadata, filename: file.name },
    chunkSize: CHUNK_BYTES,
    retryDelays: RETRY_MS,
    removeFingerprintOnSuccess: true,
    storeFingerprintForResuming: false,
    onShouldRetry: ({ originalResponse }) => !isRefusal(originalResponse?.getStatus()),
    onProgress: (sent, all) => told.progress(all > 0 ? sent / all : 0),
    onError: (error) => told.failed(sentenceIn(error)),
    onSuccess: ({ lastResponse }) => {
      const importId = lastResponse.getHeader("X-Import-Id");
      if (importId) told.done(importId);
      else told.failed(null);
    },
  });
}

function isRefusal(status: number | undefined): boolean {
  return status !== undefined && status >= 400 && status < 500 && ![409, 423, 429].includes(status);
}

function sentenceIn(error: Error | DetailedError): string | null {
  const answer = "originalResponse" in error ? error.originalResponse : null;
  if (!answer || !isRefusal(answer.getStatus())) return null;
  if (!answer.getHeader("Content-Type")?.startsWith("application/json")) return null;
  const { message } = JSON.parse(answer.getBody()) as { message?: unknown };
  return typeof message === "string" ? message : null;
}
