/**
 * Keys of the editor, in one list: the handler and the list that people see read the same rows.
 * Keys are told by their place (`code`), so that they work on Arabic and Kurdish keyboards too.
 */
export type Command = "publish" | "save" | "link" | "find" | "shortcuts" | "history";

type Press = { code: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean; shiftKey: boolean };

const COMMANDS: readonly { command: Command; codes: readonly string[]; shift?: true }[] = [
  { command: "publish", codes: ["Enter", "NumpadEnter"] },
  { command: "save", codes: ["KeyS"] },
  { command: "link", codes: ["KeyK"] },
  { command: "find", codes: ["KeyF"] },
  { command: "shortcuts", codes: ["Slash"] },
  { command: "history", codes: ["KeyH"], shift: true },
];

/** What Ctrl (⌘ on a Mac) with this key asks for, or null. */
export function commandOf(press: Press): Command | null {
  const isAlone = (press.ctrlKey || press.metaKey) && !press.altKey;
  if (!isAlone) return null;
  const found = COMMANDS.find(
    ({ codes, shift }) => codes.includes(press.code) && (shift ?? false) === press.shiftKey,
  );
  return found?.command ?? null;
}

/** Rows of the list: the message key that names what happens, and its keys ("Mod" is Ctrl or ⌘). */
export const SHORTCUT_ROWS = [
  ["publish", "Mod Enter"],
  ["saveNow", "Mod S"],
  ["history", "Mod Shift H"],
  ["shortcuts", "Mod /"],
  ["bold", "Mod B"],
  ["italic", "Mod I"],
  ["underline", "Mod U"],
  ["strike", "Mod Shift S"],
  ["link", "Mod K"],
  ["find", "Mod F"],
  ["heading2", "Mod Alt 2"],
  ["heading3", "Mod Alt 3"],
  ["heading4", "Mod Alt 4"],
  ["paragraph", "Mod Alt 0"],
  ["bulletList", "Mod Shift 8"],
  ["orderedList", "Mod Shift 7"],
  ["quote", "Mod Shift B"],
  ["lineBreak", "Shift Enter"],
  ["moveBlock", "Alt Shift ↑ ↓"],
  ["undo", "Mod Z"],
  ["redo", "Mod Shift Z"],
] as const;

/** What to type at the start of a line, or around words. */
export const MARKDOWN_ROWS = [
  ["slash", "/"],
  ["heading2", "## "],
  ["heading3", "### "],
  ["heading4", "#### "],
  ["bulletList", "- "],
  ["orderedList", "1. "],
  ["quote", "> "],
  ["divider", "---"],
  ["bold", "**…**"],
  ["italic", "*…*"],
  ["strike", "~~…~~"],
] as const;

/** "Mod Shift 8" as this machine's people read it. */
export function keysAsRead(keys: string, isMac: boolean): string {
  const names = isMac ? { Mod: "⌘", Shift: "⇧", Alt: "⌥" } : { Mod: "Ctrl", Shift: "Shift", Alt: "Alt" };
  return keys
    .split(" ")
    .map((key) => (key in names ? names[key as keyof typeof names] : key))
    .join(isMac ? " " : "+");
}
