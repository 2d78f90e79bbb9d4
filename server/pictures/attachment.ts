/** An original on its way to somebody's disk: never shown in a browser, whatever it holds. */
import { missing } from "#domain/problem.ts";
import type { Store } from "../storage.ts";

const ENDINGS: Readonly<Record<string, string>> = { jpeg: "jpg" };

export async function attachment(
  store: Store,
  { key, fileName, format }: { key: string; fileName: string; format: string },
): Promise<Response> {
  const bytes = await store.read(key);
  if (bytes === null) throw missing("file");
  const ending = ENDINGS[format] ?? format;
  const plain = `original.${ending}`;
  const named = encodeURIComponent(`${fileName.replace(/\.[a-z0-9]{1,5}$/i, "")}.${ending}`).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16)}`,
  );
  return new Response(bytes as BodyInit, {
    headers: {
      "content-type": "application/octet-stream",
      "content-length": String(bytes.length),
      "content-disposition": `attachment; filename="${plain}"; filename*=UTF-8''${named}`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
    },
  });
}
