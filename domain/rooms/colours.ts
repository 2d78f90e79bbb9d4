/** How people are told apart in a room: a colour for life, and the letters on their caret's flag. */

/** Each carries white letters (4.5:1) and stands out from paper and from a dark screen. */
const COLOURS = [
  "#b3261e",
  "#8a4b00",
  "#5f6200",
  "#2e6b2e",
  "#00696d",
  "#0b5cad",
  "#4f4fc4",
  "#7b3fb3",
  "#a1277f",
  "#7a4a3a",
] as const;

export function colourOf(personId: string): string {
  let sum = 0;
  for (const letter of personId) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  return COLOURS[sum % COLOURS.length] ?? COLOURS[0];
}

/** First letters of the first and the last name: "Rawa Aziz" is RA. */
export function initialsOf(name: string): string {
  const names = name.trim().split(/\s+/);
  const letters = [names[0], names.length > 1 ? names.at(-1) : undefined].map((one) => firstLetter(one));
  return letters.join("").toUpperCase();
}

function firstLetter(name = ""): string {
  const [first] = new Intl.Segmenter("en", { granularity: "grapheme" }).segment(name);
  return first?.segment ?? "";
}
