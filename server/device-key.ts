import { createHash } from "node:crypto";

/** Names what a browser keeps of one session: tied to it, and telling nothing about it. */
export function deviceKeyOf({ sessionId }: { sessionId: string }): string {
  return createHash("sha256").update(`device ${sessionId}`).digest("hex").slice(0, 24);
}
