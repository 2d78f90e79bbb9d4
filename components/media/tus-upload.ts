import { type DetailedError, Upload } from "tus-js-client";

export const UPLOAD_PATH = "/api/pictures/upload";
const RETRY_MS = [0, 1_000, 3_000, 5_000, 10_000];
const CHUNK_BYTES = 8 * 1024 * 1024;

/** What comes of sending a file. */
export type Told = {
  progress: (sentBytes: number) => void;
  /** The server won't have it, and says why. */
  refused: (sentence: string) => void;
  /** The connection is gone for longer than we try by ourselves. */
  lost: () => void;
  /** It is a picture now; `isKnown`: these bytes were here already. */
  done: (pictureId: string, isKnown: boolean) => void;
};

/** One file on its way by the tus protocol: after a break the server says how far it got. */
export function tusUpload(file: File, told: Told): Upload {
  return new Upload(file, {
    endpoint: UPLOAD_PATH,
    metadata: { filename: file.name, filetype: file.type },
    chunkSize: CHUNK_BYTES,
    retryDelays: RETRY_MS,
    removeFingerprintOnSuccess: true,
    onShouldRetry: ({ originalResponse }) => !isRefusal(originalResponse?.getStatus()),
    onProgress: told.progress,
    onError: (error) => {
      const sentence = sentenceIn(error);
      if (sentence === null) told.lost();
      else told.refused(sentence);
    },
    onSuccess: ({ lastResponse }) => {
      const pictureId = lastResponse.getHeader("X-Picture-Id");
      if (pictureId) told.done(pictureId, lastResponse.getHeader("X-Picture-Known") === "1");
      else told.lost();
    },
  });
}

/** Goes on from where it was left: also from what an earlier visit to the page had sent of the same file. */
export async function startUpload(upload: Upload): Promise<void> {
  if (upload.url === null) {
    const [earlier] = await upload.findPreviousUploads();
    if (earlier) upload.resumeFromPreviousUpload(earlier);
  }
  upload.start();
}

/** The server has looked at the file and won't have it. Conflicts, locks, limits and slow lines are tried again. */
function isRefusal(status: number | undefined): boolean {
  return status !== undefined && status >= 400 && status < 500 && ![408, 409, 423, 429].includes(status);
}

/** The server's words, also when it asks to wait longer than we try; null when it was the connection. */
function sentenceIn(error: Error | DetailedError): string | null {
  const answer = "originalResponse" in error ? error.originalResponse : null;
  if (!answer || !(isRefusal(answer.getStatus()) || answer.getStatus() === 429)) return null;
  const isJson = answer.getHeader("Content-Type")?.startsWith("application/json") ?? false;
  const said = isJson ? (JSON.parse(answer.getBody()) as { message?: unknown }).message : null;
  return typeof said === "string" ? said : answer.getBody().slice(0, 200);
}
