/**
 * Bytes of old metadata as text. IPTC says its character set in 1:90 or, mostly, not at all;
 * then it is UTF-8 when it can be, and otherwise what Windows wrote where the picture was
 * captioned: Arabic letters come in runs, the accents of Latin languages one at a time.
 */
const RUN_OF_HIGH_BYTES = /[\u0080-\u00ff]{2}/;

export function decodeBytes(bytes: Uint8Array): string {
  const utf8 = decodeAs("utf-8", bytes);
  if (utf8 !== null) return utf8;
  const raw = Buffer.from(bytes).toString("latin1");
  return decodeAs(RUN_OF_HIGH_BYTES.test(raw) ? "windows-1256" : "windows-1252", bytes) ?? raw;
}

/** A text that a library has read byte by byte: the same question as above. */
export function decodeByteString(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: one byte a letter is what is asked
  return /^[\u0000-\u00ff]*$/.test(text) ? decodeBytes(Buffer.from(text, "latin1")) : text;
}

function decodeAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null; // not in this encoding
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what goes
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;
const LONGEST = 5_000;

/** Trimmed, in composed letters, without control characters, and never endless. */
export function cleanText(text: string, longest = LONGEST): string {
  const plain = text.replace(/\r\n?/g, "\n").replace(CONTROL, "").normalize("NFC").trim();
  return [...plain.slice(0, longest * 2)].slice(0, longest).join("").toWellFormed();
}
