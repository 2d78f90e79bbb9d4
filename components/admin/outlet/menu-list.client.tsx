"use client";
import { ArrowDown, ArrowUp, GripVertical, Pencil, Trash2 } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import type { MenuItem, OutletSettings } from "#db/shapes.ts";
import { Badge } from "../../ui/badge.tsx";
import { cx } from "../../ui/cx.ts";
import { IconButton } from "../../ui/icon-button.client.tsx";
import { StatusLine } from "../../ui/status-line.tsx";
import { useWords } from "../../words.client.tsx";
import { type MenuChoices, moved } from "./draft.ts";
import { ItemFields } from "./item-fields.client.tsx";
import { leadsSomewhere, nameOf } from "./item-name.ts";

type MenuListProps = {
  name: string;
  items: readonly MenuItem[];
  choices: MenuChoices;
  settings: OutletSettings;
  onChange: (items: MenuItem[]) => void;
  errorAt: (at: number, field: string) => string | null;
};

/** A menu's lines: put in order by dragging, by the arrows on the handle, or by buttons. */
export function MenuList({ name, items, choices, settings, onChange, errorAt }: MenuListProps) {
  const t = useWords("outlet");
  const [dragged, setDragged] = useState<number | null>(null);
  const [open, setOpen] = useState<number | null>(null);
  const [told, setTold] = useState("");
  const titleOf = (item: MenuItem) => nameOf(item, choices, settings.defaultLanguage) || t("menus.unnamed");

  function move(from: number, to: number) {
    const item = items[from];
    if (!item || to < 0 || to >= items.length || from === to) return;
    setOpen(null);
    setTold(t("menus.movedTo", { name: titleOf(item), place: to + 1, count: items.length }));
    onChange(moved(items, from, to));
  }
  if (items.length === 0) return <p className="text-ink-soft">{t("menus.empty")}</p>;
  return (
    <>
      <ol aria-label={name} className="divide-y divide-line overflow-hidden rounded-field border border-line">
        {items.map((item, at) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: the same line may stand twice
            key={at}
            draggable={dragged === at}
            onDragOver={(event) => {
              if (dragged === null) return;
              event.preventDefault();
              if (dragged === at) return;
              move(dragged, at);
              setDragged(at);
            }}
            onDrop={(event) => event.preventDefault()}
            onDragEnd={() => setDragged(null)}
            className={cx("bg-page p-2", dragged === at && "opacity-60")}
          >
            <Line
              {...{ item, choices }}
              name={titleOf(item)}
              isFirst={at === 0}
              isLast={at === items.length - 1}
              isOpen={open === at}
              onHold={(isHeld) => setDragged(isHeld ? at : null)}
              onStep={(by) => move(at, at + by)}
              onOpen={() => setOpen(open === at ? null : at)}
              onRemove={() => {
                setOpen(null);
                onChange(items.filter((_, other) => other !== at));
              }}
            />
            {(open === at || errorAt(at, "href") || errorAt(at, "labels")) && (
              <ItemFields
                {...{ item, choices, settings }}
                onChange={(next) => onChange(items.map((other, place) => (place === at ? next : other)))}
                errorOf={(field) => errorAt(at, field)}
              />
            )}
          </li>
        ))}
      </ol>
      <StatusLine>{told}</StatusLine>
    </>
  );
}

type LineProps = {
  item: MenuItem;
  choices: MenuChoices;
  name: string;
  isFirst: boolean;
  isLast: boolean;
  isOpen: boolean;
  onHold: (isHeld: boolean) => void;
  onStep: (by: -1 | 1) => void;
  onOpen: () => void;
  onRemove: () => void;
};

function Line({ item, choices, name, isFirst, isLast, isOpen, ...on }: LineProps) {
  const t = useWords("outlet");
  return (
    <div className="flex flex-wrap items-center gap-x-2">
      <Handle label={t("menus.handle", { name })} onHold={on.onHold} onStep={on.onStep} />
      <span className="min-w-0 flex-1 basis-32">
        <bdi className="block truncate font-medium">{name}</bdi>
        <span className="flex flex-wrap gap-x-2 text-ink-soft text-sm">
          {t(`menus.kinds.${item.kind}`)}
          {!leadsSomewhere(item, choices) && <Badge tone="care">{t("menus.nowhere")}</Badge>}
        </span>
      </span>
      <span className="flex">
        <IconButton label={t("menus.up", { name })} isDisabled={isFirst} onPress={() => on.onStep(-1)}>
          <ArrowUp size={18} aria-hidden />
        </IconButton>
        <IconButton label={t("menus.down", { name })} isDisabled={isLast} onPress={() => on.onStep(1)}>
          <ArrowDown size={18} aria-hidden />
        </IconButton>
        <IconButton label={t("menus.edit", { name })} isPressed={isOpen} onPress={on.onOpen}>
          <Pencil size={18} aria-hidden />
        </IconButton>
        <IconButton label={t("menus.remove", { name })} onPress={on.onRemove}>
          <Trash2 size={18} aria-hidden />
        </IconButton>
      </span>
    </div>
  );
}

type HandleProps = { label: string; onHold: (isHeld: boolean) => void; onStep: (by: -1 | 1) => void };

/** What a pointer takes hold of; with the keyboard, the arrows move the line. */
function Handle({ label, onHold, onStep }: HandleProps) {
  function step(event: KeyboardEvent) {
    const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : null;
    if (by === null) return;
    event.preventDefault();
    onStep(by);
  }
  return (
    <button
      type="button"
      aria-label={label}
      onPointerDown={() => onHold(true)}
      onPointerUp={() => onHold(false)}
      onKeyDown={step}
      className="inline-flex size-11 shrink-0 cursor-grab items-center justify-center rounded-field hover:bg-tint active:cursor-grabbing sm:pointer-fine:size-9"
    >
      <GripVertical size={18} aria-hidden />
    </button>
  );
}
