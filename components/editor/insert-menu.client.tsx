"use client";
import type { Editor } from "@tiptap/react";
import { Plus } from "lucide-react";
import { Button as AriaButton } from "react-aria-components/Button";
import { Menu } from "../ui/menu.client.tsx";
import { useWords } from "../words.client.tsx";
import { type Asked, INSERTIONS } from "./insertions.ts";

type InsertMenuProps = { editor: Editor | null; onAsk: (asked: Asked) => void };

/** What is needed less often than a word in bold. */
export function InsertMenu({ editor, onAsk }: InsertMenuProps) {
  const t = useWords("editor");
  const items = INSERTIONS.filter(({ isTool }) => !isTool).map(({ name, icon: Icon, run }) => ({
    id: name,
    label: t(name),
    icon: <Icon size={18} aria-hidden className="text-ink-soft" />,
    onAction: () => (run && editor ? run(editor) : onAsk(name as Asked)),
  }));
  return (
    <Menu label={t("insert")} items={items}>
      <AriaButton
        isDisabled={!editor}
        className="inline-flex h-11 shrink-0 cursor-pointer items-center gap-1 rounded-field px-2 text-sm hover:bg-tint data-disabled:cursor-default data-disabled:opacity-40 sm:pointer-fine:h-9"
      >
        <Plus size={18} aria-hidden />
        {t("insert")}
      </AriaButton>
    </Menu>
  );
}
