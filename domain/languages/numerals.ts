/** Digits are stored as they were typed; these are for what the newsroom makes or compares itself. */

const ARABIC_INDIC = 0x0660;
const EXTENDED = 0x06f0;

/** ٤٥٦ and ۴۵۶ become 456; everything else stays. */
export function digitsToLatin(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (code >= EXTENDED ? EXTENDED : ARABIC_INDIC));
  });
}
