/** What a screen and its story's room say to each other beside the text. */
export type ToRoom = { type: "mark"; n: number } | { type: "checkpoint"; ask: number; snapshot: string };

export type FromRoom =
  /** Everything that this connection sent before mark n is committed. */
  | { type: "marked"; n: number }
  | { type: "checkpointed"; ask: number; revisionId: string; savedAt: string }
  | { type: "refused"; ask: number; problem: { kind: string; message: string } }
  | { type: "rights"; mayWrite: boolean; why?: string }
  | { type: "reload" }
  | { type: "revision"; revisionId: string; savedAt: string; authorName: string };

/** Bytes as they stand in a message. In pieces: a call takes only so many arguments. */
export function base64Of(bytes: Uint8Array): string {
  let letters = "";
  for (let at = 0; at < bytes.length; at += 8_192) {
    letters += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  }
  return btoa(letters);
}

export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}
