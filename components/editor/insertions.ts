/** What can be put into a body, by the "Insert" menu, by "/" or by a button: one list for all of them. */
import type { Editor } from "@tiptap/react";
import {
  BookmarkPlus,
  Heading2,
  Heading3,
  ImagePlus,
  Images,
  Link2,
  List,
  ListOrdered,
  type LucideIcon,
  MessageSquareQuote,
  Minus,
  NotebookText,
  TextQuote,
} from "lucide-react";
import { place } from "./blocks/body-tools.ts";

export type InsertionName =
  | "addPicture"
  | "gallery"
  | "pullQuote"
  | "factBox"
  | "embed"
  | "snippet"
  | "heading2"
  | "heading3"
  | "bulletList"
  | "orderedList"
  | "quote"
  | "divider";

/** What the screen around the editor answers: with a dialog. */
export type Asked = "link" | "addPicture" | "gallery" | "embed" | "snippet" | "find";

export type Insertion = {
  name: InsertionName;
  icon: LucideIcon;
  /** Left out: the screen is asked by this name. */
  run?: (editor: Editor) => void;
  /** Stands in the toolbar already, so the menu leaves it to "/". */
  isTool?: true;
  /** Does something with words that are chosen, so "/" can't mean it. */
  isForWords?: true;
};

const PARAGRAPH = { type: "paragraph" };

export const INSERTIONS: readonly Insertion[] = [
  { name: "addPicture", icon: ImagePlus, isTool: true },
  { name: "gallery", icon: Images },
  { name: "pullQuote", icon: MessageSquareQuote, run: placePullQuote },
  {
    name: "factBox",
    icon: NotebookText,
    run: (editor) => place(editor, { type: "factBox", content: [PARAGRAPH] }),
  },
  { name: "embed", icon: Link2 },
  { name: "snippet", icon: BookmarkPlus, isForWords: true },
  { name: "divider", icon: Minus, run: (editor) => editor.chain().focus().setHorizontalRule().run() },
  {
    name: "heading2",
    icon: Heading2,
    isTool: true,
    run: (editor) => editor.chain().focus().setHeading({ level: 2 }).run(),
  },
  {
    name: "heading3",
    icon: Heading3,
    isTool: true,
    run: (editor) => editor.chain().focus().setHeading({ level: 3 }).run(),
  },
  {
    name: "bulletList",
    icon: List,
    isTool: true,
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    name: "orderedList",
    icon: ListOrdered,
    isTool: true,
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    name: "quote",
    icon: TextQuote,
    isTool: true,
    run: (editor) => editor.chain().focus().toggleBlockquote().run(),
  },
];

/** Words that are chosen are set large below where they stand; they stay in the text. */
export function placePullQuote(editor: Editor): void {
  const { from, to, $from, $to, empty } = editor.state.selection;
  const isOneLine = !empty && $from.sameParent($to) && $from.parent.isTextblock;
  const words = isOneLine ? editor.state.doc.textBetween(from, to, " ").trim() : "";
  place(editor, {
    type: "pullQuote",
    ...(words !== "" && { content: [{ type: "text", text: words }] }),
  });
}
