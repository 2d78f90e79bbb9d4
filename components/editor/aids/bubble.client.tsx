"use client";
import { NodeSelection } from "@tiptap/pm/state";
import { type Editor, useEditorState } from "@tiptap/react";
import { BubbleMenu } from "@tiptap/react/menus";
import {
  Bold,
  Heading2,
  Italic,
  Link as LinkIcon,
  type LucideIcon,
  MessageSquareQuote,
  TextQuote,
} from "lucide-react";
import { useWords } from "../../words.client.tsx";
import { toggleShape } from "../around-pictures.ts";
import { type Asked, placePullQuote } from "../insertions.ts";

type Act = {
  name: "bold" | "italic" | "link" | "heading2" | "quote" | "pullQuote";
  icon: LucideIcon;
  isOn?: (editor: Editor) => boolean;
  run: (editor: Editor, ask: (asked: Asked) => void) => void;
};

const ACTS: readonly Act[] = [
  {
    name: "bold",
    icon: Bold,
    isOn: (editor) => editor.isActive("bold"),
    run: (editor) => editor.chain().focus().toggleBold().run(),
  },
  {
    name: "italic",
    icon: Italic,
    isOn: (editor) => editor.isActive("italic"),
    run: (editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    name: "link",
    icon: LinkIcon,
    isOn: (editor) => editor.isActive("link"),
    run: (_editor, ask) => ask("link"),
  },
  {
    name: "heading2",
    icon: Heading2,
    isOn: (editor) => editor.isActive("heading", { level: 2 }),
    run: (editor) =>
      toggleShape(editor, { name: "heading", level: 2 }, (chain) => chain.toggleHeading({ level: 2 })),
  },
  {
    name: "quote",
    icon: TextQuote,
    isOn: (editor) => editor.isActive("blockquote"),
    run: (editor) => editor.chain().focus().toggleBlockquote().run(),
  },
  { name: "pullQuote", icon: MessageSquareQuote, run: placePullQuote },
];

/** What can be done with the words that are chosen, beside them. */
export function Bubble({ editor, onAsk }: { editor: Editor; onAsk: (asked: Asked) => void }) {
  const t = useWords("editor");
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) => Object.fromEntries(ACTS.map(({ name, isOn }) => [name, isOn?.(now)])),
  });
  return (
    <BubbleMenu
      editor={editor}
      options={{ placement: "top", offset: 8 }}
      shouldShow={({ state, view, from, to }) =>
        view.hasFocus() &&
        view.editable &&
        from < to &&
        !(state.selection instanceof NodeSelection) &&
        hasWords(state.doc, from, to)
      }
      className="z-30"
    >
      {/* The menu's own element loses what it is called when it is drawn again. */}
      <div
        role="toolbar"
        aria-label={t("bubble")}
        className="flex rounded-lg border border-line bg-raised p-0.5 font-sans shadow-raised"
      >
        {ACTS.map(({ name, icon: Icon, isOn, run }) => (
          <button
            key={name}
            type="button"
            aria-label={t(name)}
            title={t(name)}
            aria-pressed={isOn ? (on?.[name] ?? false) : undefined}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => run(editor, onAsk)}
            className="inline-flex size-11 cursor-pointer items-center justify-center rounded-md hover:bg-tint aria-pressed:bg-accent-tint aria-pressed:text-accent-strong sm:pointer-fine:size-9"
          >
            <Icon size={18} aria-hidden />
          </button>
        ))}
      </div>
    </BubbleMenu>
  );
}

function hasWords(doc: Editor["state"]["doc"], from: number, to: number): boolean {
  return doc.textBetween(from, to, " ").trim() !== "";
}
