/** Sends a file as the upload dialog does, and waits for what becomes of it. */
import { setTimeout as pause } from "node:timers/promises";
import { eq } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { pictures } from "#db/schema-pictures.ts";

export type Sent = { status: number; pictureId: string | null; message: string; answeredAt: number };
export type Row = typeof pictures.$inferSelect;
export type Door = { url: string; cookie: string; db: Database };

export async function send({ url, cookie }: Door, name: string, bytes: Buffer): Promise<Sent> {
  const headers = { cookie: `dateline-session=${cookie}`, "tus-resumable": "1.0.0", origin: url };
  const begun = await fetch(`${url}/api/pictures/upload`, {
    method: "POST",
    headers: {
      ...headers,
      "upload-length": String(bytes.length),
      "upload-metadata": `filename ${Buffer.from(name).toString("base64")}`,
    },
  });
  if (begun.status !== 201) return told(begun);
  const sent = await fetch(`${url}${begun.headers.get("location")}`, {
    method: "PATCH",
    headers: { ...headers, "upload-offset": "0", "content-type": "application/offset+octet-stream" },
    body: new Uint8Array(bytes),
  });
  return told(sent);
}

async function told(answer: Response): Promise<Sent> {
  const answeredAt = performance.now();
  const text = await answer.text();
  const message = text.startsWith("{") ? String((JSON.parse(text) as { message: unknown }).message) : text;
  return { status: answer.status, pictureId: answer.headers.get("x-picture-id"), message, answeredAt };
}

/** The picture once its files are made or it was refused; null when that takes longer than anybody waits. */
export async function whenMade(
  db: Database,
  pictureId: string,
  { avif, limitMs }: { avif: boolean; limitMs: number },
): Promise<Row | null> {
  const until = performance.now() + limitMs;
  while (performance.now() < until) {
    const [row] = await db.select().from(pictures).where(eq(pictures.id, pictureId));
    const isWhole = !avif || row?.printable?.files.some(({ format }) => format === "avif");
    if (row?.state === "refused" || (row?.state === "ready" && isWhole)) return row;
    await pause(20);
  }
  return null;
}
