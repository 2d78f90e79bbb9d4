/** What a file says of itself, as plain text: the picture's words before anybody has looked at them. */

export type PictureWords = {
  author: string;
  source: string;
  credit: string;
  description: string;
  altText: string;
  instructions: string;
  place: string;
  peopleShown: string[];
  keywords: string[];
  /** Copyright and terms of use, as the file has them. */
  rightsNote: string;
  /** By the camera's clock: "2026-01-10T08:00:00", with its offset from UTC ("+03:00") where it says one. */
  takenAt: { local: string; offset: string } | null;
};

export const NO_WORDS: PictureWords = {
  author: "",
  source: "",
  credit: "",
  description: "",
  altText: "",
  instructions: "",
  place: "",
  peopleShown: [],
  keywords: [],
  rightsNote: "",
  takenAt: null,
};
