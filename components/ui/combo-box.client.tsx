"use client";
import { useEffect, useState } from "react";
import {
  ComboBox as AriaComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  useFilter,
} from "react-aria-components/ComboBox";

export type Pick = { id: string; label: string };

type ComboBoxProps = {
  label: string;
  labelIsHidden?: boolean;
  placeholder?: string;
  items: readonly Pick[];
  /** What the last row says when nothing is called that; left out, only the list can be picked. */
  addLabel?: (text: string) => string;
  onPick: (id: string) => void;
  onAdd?: (text: string) => void;
};

const ADD = "add:";

/** Type to find one of a long list and pick it; the field empties for the next. */
export function ComboBox({
  label,
  labelIsHidden,
  placeholder,
  items,
  addLabel,
  onPick,
  onAdd,
}: ComboBoxProps) {
  const [text, setText] = useState("");
  // The list closes when a key is chosen; the next moment the field is empty for the next one.
  // Emptying it counts as typing for React Aria, so the list stays shut till somebody really types.
  const [picked, setPicked] = useState<string | null>(null);
  const [isShut, setShut] = useState(false);
  useEffect(() => {
    if (picked === null) return;
    setShut(true);
    setText("");
    setPicked(null);
  }, [picked]);
  const { contains } = useFilter({ sensitivity: "base" });
  const typed = text.trim();
  const found = items.filter((item) => contains(item.label, typed)).slice(0, 40);
  const isKnown = items.some((item) => item.label === typed);
  const rows = addLabel && typed !== "" && !isKnown ? [...found, { id: ADD, label: addLabel(typed) }] : found;
  return (
    <AriaComboBox
      items={rows}
      inputValue={text}
      onInputChange={(typed) => {
        setText(typed);
        if (typed !== "") setShut(false);
      }}
      onBlur={() => setShut(false)}
      selectedKey={picked}
      menuTrigger={isShut ? "manual" : "focus"}
      allowsEmptyCollection={false}
      onSelectionChange={(key) => {
        if (key === null) return;
        if (key === ADD) onAdd?.(typed);
        else onPick(String(key));
        setPicked(String(key));
      }}
      className="flex min-w-0 flex-col gap-1.5"
    >
      <Label className={labelIsHidden ? "sr-only" : "font-medium text-sm"}>{label}</Label>
      <Input placeholder={placeholder} className="field-box" dir="auto" />
      <Popover className="w-(--trigger-width) overflow-y-auto rounded-xl border border-line bg-raised p-1 font-sans text-ink shadow-raised">
        <ListBox<Pick> className="outline-none">
          {(item) => (
            <ListBoxItem
              id={item.id}
              textValue={item.label}
              className="flex min-h-11 cursor-pointer items-center rounded-lg px-3 text-sm outline-none data-focused:bg-tint sm:pointer-fine:min-h-9"
            >
              <bdi>{item.label}</bdi>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
