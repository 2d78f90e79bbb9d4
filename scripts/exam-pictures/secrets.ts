/** What must never come out: words and numbers that stand in the metadata of every odd file. */

export const OWNER = "OWNERCANARY Nawzad";
export const SERIAL = "SERIALCANARY8841";
export const MAKER = "MAKERCANARY";
export const THUMB = "THUMBCANARY";
/** Degrees, minutes, and hundredths of seconds: 35° 33' 17.41" N, 45° 26' 09.83" E. */
export const LATITUDE = [35, 33, 1741] as const;
export const LONGITUDE = [45, 26, 983] as const;
const DECIMAL = ["35.5548", "45.4360", "35,33.29", "45,26.16"];

/** Each as it would lie in a file: as text, as text of 16 bits, as EXIF's fractions in both orders. */
export function secretsAsBytes(): { name: string; bytes: Buffer }[] {
  const words = [OWNER, SERIAL, MAKER, THUMB, "GPSLatitude", "SerialNumber", "OwnerName", ...DECIMAL];
  return [
    ...words.map((name) => ({ name, bytes: Buffer.from(name) })),
    ...[OWNER, SERIAL].map((name) => ({ name: `${name} in 16 bits`, bytes: Buffer.from(name, "utf16le") })),
    ...[LATITUDE, LONGITUDE].flatMap((place) => [
      { name: "a place in fractions", bytes: fractions(place, "II") },
      { name: "a place in fractions", bytes: fractions(place, "MM") },
    ]),
  ];
}

export type ByteOrder = "II" | "MM";

export function fractions([degrees, minutes, hundredths]: readonly number[], order: ByteOrder): Buffer {
  const numbers = [degrees ?? 0, 1, minutes ?? 0, 1, hundredths ?? 0, 100];
  const bytes = Buffer.alloc(24);
  for (const [at, number] of numbers.entries()) {
    if (order === "II") bytes.writeUInt32LE(number, at * 4);
    else bytes.writeUInt32BE(number, at * 4);
  }
  return bytes;
}
