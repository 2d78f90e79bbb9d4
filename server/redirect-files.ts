/** Files of redirects as they come and go: text, of a bounded size, never shown as a page. */
import { Problem } from "#domain/problem.ts";

const LARGEST_BYTES = 20_000_000;

export async function textOf(request: Request): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of request.body ?? []) {
    bytes += part.length;
    if (bytes > LARGEST_BYTES) throw new Problem("invalid", "This file is larger than 20 MB. Split it.");
    parts.push(part);
  }
  return new TextDecoder().decode(Buffer.concat(parts));
}

/** The first part is asked for before anything is answered, so that a refusal is still a refusal. */
export async function csvAnswer(parts: AsyncGenerator<string>, fileName: string): Promise<Response> {
  const first = await parts.next();
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start: (stream) => stream.enqueue(encoder.encode(`\ufeff${first.value ?? ""}`)),
    pull: async (stream) => {
      const { value, done } = await parts.next();
      if (done) stream.close();
      else stream.enqueue(encoder.encode(value));
    },
    cancel: async () => void (await parts.return(undefined)),
  });
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${fileName}"`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
