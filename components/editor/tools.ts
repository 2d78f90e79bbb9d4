/** The toolbar's buttons: what each does, when it is on. The order is the order on the screen. */
import type { Editor } from "@tiptap/react";
import {
  Bold,
  Heading2,
  Heading3,
  Heading4,
  ImagePlus,
  Italic,
  Link as LinkIcon,
  List,
  ListOrdered,
  type LucideIcon,
  Redo2,
  Search,
  Strikethrough,
  TextQuote,
  Underline,
  Undo2,
} from "lucide-react";
import { toggleShape } from "./around-pictures.ts";

export type ToolName =
  | "heading2"
  | "heading3"
  | "heading4"
  | "bold"
  | "italic"
  | "underline"
  | "strike"
  | "link"
  | "bulletList"
  | "orderedList"
  | "quote"
  | "addPicture"
  | "find"
  | "undo"
  | "redo";

export type Tool = {
  name: ToolName;
  icon: LucideIcon;
  keys: string | null;
  /** Left out: the button does something once, it is never "on". */
  isOn?: (editor: Editor) => boolean;
  isOff?: (editor: Editor) => boolean;
  /** Left out: the screen around the toolbar does it (the link's dialog, the picture picker). */
  run?: (editor: Editor) => void;
  /** Says its name beside its icon, where there is room. */
  isNamed?: true;
  /** Points along the line of reading, so it turns with the language of the interface. */
  mirrors?: true;
};

const heading = (level: 2 | 3 | 4, icon: LucideIcon): Tool => ({
  name: `heading${level}`,
  icon,
  keys: `Mod Alt ${level}`,
  isOn: (editor) => editor.isActive("heading", { level }),
  run: (editor) => toggleShape(editor, { name: "heading", level }, (chain) => chain.toggleHeading({ level })),
});

export const TOOLS: readonly (readonly Tool[])[] = [
  [heading(2, Heading2), heading(3, Heading3), heading(4, Heading4)],
  [
    {
      name: "bold",
      icon: Bold,
      keys: "Mod B",
      isOn: (editor) => editor.isActive("bold"),
      run: (editor) => editor.chain().focus().toggleBold().run(),
    },
    {
      name: "italic",
      icon: Italic,
      keys: "Mod I",
      isOn: (editor) => editor.isActive("italic"),
      run: (editor) => editor.chain().focus().toggleItalic().run(),
    },
    {
      name: "underline",
      icon: Underline,
      keys: "Mod U",
      isOn: (editor) => editor.isActive("underline"),
      run: (editor) => editor.chain().focus().toggleUnderline().run(),
    },
    {
      name: "strike",
      icon: Strikethrough,
      keys: "Mod Shift S",
      isOn: (editor) => editor.isActive("strike"),
      run: (editor) => editor.chain().focus().toggleStrike().run(),
    },
    { name: "link", icon: LinkIcon, keys: "Mod K", isOn: (editor) => editor.isActive("link") },
  ],
  [
    {
      name: "bulletList",
      icon: List,
      keys: "Mod Shift 8",
      isOn: (editor) => editor.isActive("bulletList"),
      run: (editor) => toggleShape(editor, { name: "bulletList" }, (chain) => chain.toggleBulletList()),
      mirrors: true,
    },
    {
      name: "orderedList",
      icon: ListOrdered,
      keys: "Mod Shift 7",
      isOn: (editor) => editor.isActive("orderedList"),
      run: (editor) => toggleShape(editor, { name: "orderedList" }, (chain) => chain.toggleOrderedList()),
      mirrors: true,
    },
    {
      name: "quote",
      icon: TextQuote,
      keys: "Mod Shift B",
      isOn: (editor) => editor.isActive("blockquote"),
      run: (editor) => toggleShape(editor, { name: "blockquote" }, (chain) => chain.toggleBlockquote()),
      mirrors: true,
    },
  ],
  [{ name: "addPicture", icon: ImagePlus, keys: null, isNamed: true }],
  [
    {
      name: "undo",
      icon: Undo2,
      keys: "Mod Z",
      isOff: (editor) => !editor.can().undo(),
      run: (editor) => editor.chain().focus().undo().run(),
      mirrors: true,
    },
    {
      name: "redo",
      icon: Redo2,
      keys: "Mod Shift Z",
      isOff: (editor) => !editor.can().redo(),
      run: (editor) => editor.chain().focus().redo().run(),
      mirrors: true,
    },
    { name: "find", icon: Search, keys: "Mod F" },
  ],
];
