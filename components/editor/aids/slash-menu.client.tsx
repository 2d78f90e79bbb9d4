"use client";
import type { Editor } from "@tiptap/react";
import { TextQuote } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import type { Snippet } from "#domain/writing/snippets.ts";
import { cx } from "../../ui/cx.ts";
import { useWords } from "../../words.client.tsx";
import { type Asked, INSERTIONS } from "../insertions.ts";
import { insertSnippet } from "./insert-snippet.ts";
import { SLASH, type Slash, slashPlugin } from "./slash-plugin.ts";

type SlashMenuProps = {
  editor: Editor;
  onAsk: (asked: Asked) => void;
  listSnippets: () => Promise<Snippet[]>;
};

type Choice = { id: string; label: string; hint?: string; Icon: typeof TextQuote; run: () => void };

/** What can be put where the writer is, found by typing on; arrow keys and Enter choose. */
export function SlashMenu({ editor, onAsk, listSnippets }: SlashMenuProps) {
  const t = useWords("editor");
  const id = useId();
  const [slash, setSlash] = useState<Slash | null>(null);
  const [snippets, setSnippets] = useState<Snippet[]>([]);
  const [at, setAt] = useState(0);
  const choices = useChoices({ slash, snippets, editor, onAsk });
  const chosen = Math.min(at, Math.max(0, choices.length - 1));
  const keys = useRef<(key: string) => boolean>(() => false);
  keys.current = (key) => {
    if (choices.length === 0) return false;
    if (key === "ArrowDown" || key === "ArrowUp") {
      setAt((chosen + (key === "ArrowDown" ? 1 : choices.length - 1)) % choices.length);
    } else if (key === "Enter" || key === "Tab") choices[chosen]?.run();
    else return false;
    return true;
  };
  const isOpen = slash !== null && choices.length > 0;

  useEffect(() => {
    const plugin = slashPlugin(editor, {
      show: (now) => {
        setSlash(now);
        if (now?.query === "") setAt(0);
      },
      press: (key) => keys.current(key),
    });
    editor.registerPlugin(plugin, (own, others) => [own, ...others]);
    // A sign that was typed while this was on its way is looked at now.
    if (editor.isFocused) editor.view.dispatch(editor.state.tr);
    return () => void editor.unregisterPlugin(SLASH);
  }, [editor]);
  const wasAsked = slash !== null;
  useEffect(() => {
    if (wasAsked) void listSnippets().then(setSnippets);
  }, [wasAsked, listSnippets]);
  useFollowing(isOpen);
  useActiveOption(editor, isOpen ? { list: id, option: `${id}-${chosen}` } : null);

  if (!isOpen || !slash) return null;
  return (
    <div
      role="listbox"
      id={id}
      aria-label={t("insert")}
      style={placeBy(slash.spot())}
      className="fixed z-30 max-h-72 w-72 overflow-y-auto overscroll-contain rounded-xl border border-line bg-raised p-1 font-sans shadow-raised"
    >
      {choices.map(({ id: key, label, hint, Icon, run }, index) => (
        <div
          key={key}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === chosen}
          ref={(option) => {
            if (index === chosen) option?.scrollIntoView({ block: "nearest" });
          }}
          onMouseDown={(event) => {
            event.preventDefault();
            run();
          }}
          onMouseMove={() => setAt(index)}
          className={cx(
            "flex min-h-11 cursor-pointer items-center gap-3 rounded-lg px-3 text-sm sm:pointer-fine:min-h-9",
            index === chosen && "bg-tint",
          )}
        >
          <Icon size={18} aria-hidden className="shrink-0 text-ink-soft" />
          <span className="min-w-0">
            <bdi className="block truncate">{label}</bdi>
            {hint && (
              <bdi className="block truncate text-ink-soft text-xs" dir="auto">
                {hint}
              </bdi>
            )}
          </span>
        </div>
      ))}
    </div>
  );
}

type ChoicesOf = Pick<SlashMenuProps, "editor" | "onAsk"> & { slash: Slash | null; snippets: Snippet[] };

function useChoices({ slash, snippets, editor, onAsk }: ChoicesOf): Choice[] {
  const t = useWords("editor");
  if (!slash) return [];
  const instead = (run: () => void) => () => {
    editor.chain().focus().deleteRange(slash.range).run();
    run();
  };
  const blocks = INSERTIONS.filter(({ isForWords }) => !isForWords).map(({ name, icon, run }) => ({
    ...{ id: name, label: t(name), Icon: icon },
    run: instead(() => (run ? run(editor) : onAsk(name as Asked))),
  }));
  const own = snippets.map((snippet) => ({
    ...{ id: snippet.id, label: snippet.name, hint: snippet.beginning, Icon: TextQuote },
    run: instead(() => insertSnippet(editor, snippet.document)),
  }));
  const query = slash.query.toLocaleLowerCase();
  return [...blocks, ...own].filter(({ label }) => label.toLocaleLowerCase().includes(query));
}

const MENU_PX = { height: 288, width: 288, gap: 6 };

/** Under the sign, over it where the screen ends; on the side where reading begins. */
function placeBy(spot: DOMRect | null) {
  if (!spot) return { insetBlockStart: 0, insetInlineStart: 0 };
  const isRtl = document.documentElement.dir === "rtl";
  const start = isRtl ? window.innerWidth - spot.right : spot.left;
  const roomBelow = window.innerHeight - spot.bottom;
  const fits = roomBelow > MENU_PX.gap + MENU_PX.height || roomBelow > spot.top;
  return {
    insetInlineStart: Math.max(8, Math.min(start, window.innerWidth - MENU_PX.width - 8)),
    ...(fits
      ? { insetBlockStart: spot.bottom + MENU_PX.gap }
      : { insetBlockEnd: window.innerHeight - spot.top + MENU_PX.gap }),
  };
}

/** The menu goes with its line when the page is scrolled under it. */
function useFollowing(isOpen: boolean): void {
  const [, follow] = useState(0);
  useEffect(() => {
    if (!isOpen) return;
    const moved = () => follow((count) => count + 1);
    window.addEventListener("scroll", moved, { capture: true, passive: true });
    window.addEventListener("resize", moved);
    return () => {
      window.removeEventListener("scroll", moved, { capture: true });
      window.removeEventListener("resize", moved);
    };
  }, [isOpen]);
}

/** Tells screen readers which choice the keys have reached, while the focus stays in the text. */
function useActiveOption(editor: Editor, active: { list: string; option: string } | null): void {
  const list = active?.list;
  const option = active?.option;
  useEffect(() => {
    const { dom } = editor.view;
    if (!list || !option) return;
    dom.setAttribute("aria-controls", list);
    dom.setAttribute("aria-activedescendant", option);
    return () => {
      dom.removeAttribute("aria-controls");
      dom.removeAttribute("aria-activedescendant");
    };
  }, [editor, list, option]);
}
