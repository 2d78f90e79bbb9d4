"use client";
import { type Editor, useEditorState } from "@tiptap/react";
import { Toolbar as AriaToolbar } from "react-aria-components/Toolbar";
import { useWords } from "../words.client.tsx";
import { InsertMenu } from "./insert-menu.client.tsx";
import type { Asked } from "./insertions.ts";
import { keysAsRead } from "./shortcuts.ts";
import { TOOLS, type Tool } from "./tools.ts";

type ToolbarProps = {
  editor: Editor | null;
  isMac: boolean;
  onAsk: (asked: Asked) => void;
};

type Look = { isOn: boolean | undefined; isOff: boolean };

/** The tools of the body. One row that scrolls where it is too long; arrow keys go along it. */
export function Toolbar({ editor, isMac, onAsk }: ToolbarProps) {
  const t = useWords("editor");
  const looks = useEditorState({
    editor,
    selector: ({ editor: now }) =>
      Object.fromEntries(
        TOOLS.flat().map((tool) => [
          tool.name,
          { isOn: now ? tool.isOn?.(now) : undefined, isOff: !now || (tool.isOff?.(now) ?? false) },
        ]),
      ) as Record<Tool["name"], Look>,
  });
  return (
    <AriaToolbar
      aria-label={t("toolbar")}
      className="flex items-center overflow-x-auto overscroll-contain py-1"
    >
      {TOOLS.map((group) => (
        <div key={group[0]?.name} className="flex shrink-0 not-first:border-line not-first:border-s px-1">
          {group.map((tool) => (
            <ToolButton
              key={tool.name}
              tool={tool}
              look={looks?.[tool.name]}
              label={t(tool.name)}
              keys={tool.keys && keysAsRead(tool.keys, isMac)}
              onPress={() => (tool.run && editor ? tool.run(editor) : onAsk(tool.name as Asked))}
            />
          ))}
          {group[0]?.name === "addPicture" && <InsertMenu editor={editor} onAsk={onAsk} />}
        </div>
      ))}
    </AriaToolbar>
  );
}

type ToolButtonProps = {
  tool: Tool;
  look: Look | undefined;
  label: string;
  keys: string | null;
  onPress: () => void;
};

/** A plain button that leaves the focus in the text, so that a phone keeps its keyboard up. */
function ToolButton({ tool, look, label, keys, onPress }: ToolButtonProps) {
  const Icon = tool.icon;
  return (
    <button
      type="button"
      aria-label={label}
      title={keys ? `${label} (${keys})` : label}
      aria-pressed={tool.isOn ? (look?.isOn ?? false) : undefined}
      disabled={look?.isOff ?? true}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
      className="inline-flex h-11 min-w-11 shrink-0 cursor-pointer items-center justify-center gap-1.5 rounded-field hover:bg-tint disabled:cursor-default disabled:opacity-40 aria-pressed:bg-accent-tint aria-pressed:text-accent-strong sm:pointer-fine:h-9 sm:pointer-fine:min-w-8"
    >
      <Icon size={18} aria-hidden className={tool.mirrors ? "rtl:-scale-x-100" : undefined} />
      {tool.isNamed && <span className="hidden pe-1 text-sm sm:pointer-fine:inline">{label}</span>}
    </button>
  );
}
