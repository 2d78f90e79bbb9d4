"use client";
import { Dialog } from "../ui/dialog.client.tsx";
import { useWords } from "../words.client.tsx";
import { keysAsRead, MARKDOWN_ROWS, SHORTCUT_ROWS } from "./shortcuts.ts";

type Row = { name: string; keys: string };

function Rows({ title, rows }: { title: string; rows: Row[] }) {
  return (
    <section>
      <h3 className="pt-3 pb-1 font-semibold text-ink-soft text-sm">{title}</h3>
      <dl>
        {rows.map(({ name, keys }) => (
          <div
            key={`${name}${keys}`}
            className="flex justify-between gap-4 border-line border-b py-1.5 text-sm"
          >
            <dt>{name}</dt>
            <dd>
              <kbd dir="ltr" className="rounded bg-tint px-1.5 py-0.5 font-sans text-xs">
                {keys}
              </kbd>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Every key of the editor, and what can be typed instead of pressed. */
export function ShortcutsDialog({ isMac, onClose }: { isMac: boolean; onClose: () => void }) {
  const t = useWords("editor");
  return (
    <Dialog title={t("shortcuts")} isOpen onClose={onClose} size="page">
      <div className="grid gap-x-8 sm:grid-cols-2">
        <Rows
          title={t("shortcutsKeys")}
          rows={SHORTCUT_ROWS.map(([name, keys]) => ({ name: t(name), keys: keysAsRead(keys, isMac) }))}
        />
        <Rows
          title={t("shortcutsTyped")}
          rows={MARKDOWN_ROWS.map(([name, typed]) => ({ name: t(name), keys: typed }))}
        />
      </div>
    </Dialog>
  );
}
