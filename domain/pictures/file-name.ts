/**
 * What somebody called a file, as a line of text to be shown: it never becomes a path, and in a
 * list it can't pretend to be something else (a right-to-left override turns "gpj.exe" around).
 */
const PATH = /^.*[/\\]/su;
const NOT_SHOWN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu;
const LONGEST = 150;

export function shownFileName(given: string): string {
  const name = given.toWellFormed().replace(PATH, "").replace(NOT_SHOWN, "").normalize("NFC").trim();
  if (name === "" || /^\.+$/.test(name)) return "picture";
  const letters = [...name];
  if (letters.length <= LONGEST) return name;
  const ending = /\.[a-z0-9]{1,5}$/i.exec(name)?.[0] ?? "";
  return `${letters.slice(0, LONGEST - ending.length - 1).join("")}…${ending}`;
}
