/** The words in a story's address. They help people; the number before them finds the story. */

const LONGEST = 80;

/** Latin letters that don't come apart into a plain letter and an accent. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

/** Latin text without accents, in lower case; other scripts stay. "Hewlêr" becomes "hewler". */
export function plainLatin(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\u00c0-\u024f\u1e00-\u1eff]/g, (letter) => letter.normalize("NFD"))
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[ßæœøłđðþı]/g, (letter) => PLAIN[letter] ?? letter);
}

/**
 * ASCII words from a headline, at most 80 letters, cut between words. Kurdish and Arabic leave
 * nothing (percent-encoded, a headline would fill the whole address): "" means the number alone.
 */
export function slugFrom(headline: string): string {
  const words = plainLatin(headline)
    .replace(/['’ʼ`]/g, "")
    .replace(/\b(?:[a-z]\.){2,}/g, (initials) => initials.replaceAll(".", ""))
    .replace(/(?<=\d),(?=\d{3})/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  if (!/[a-z]/.test(words)) return "";
  if (words.length <= LONGEST) return words;
  const cut = words.slice(0, LONGEST + 1);
  return cut.includes("-") ? cut.slice(0, cut.lastIndexOf("-")) : words.slice(0, LONGEST);
}
