"use client";
import { X } from "lucide-react";
import { ComboBox } from "../ui/combo-box.client.tsx";
import { useWords } from "../words.client.tsx";

type TagsFieldProps = {
  label: string;
  placeholder: string;
  tags: readonly string[];
  /** What was written down before, to be chosen from. */
  known?: readonly string[];
  isReadOnly: boolean;
  onChange: (tags: string[]) => void;
};

/** Several names or words, each added by Enter and taken out by a press. */
export function TagsField({ label, placeholder, tags, known = [], isReadOnly, onChange }: TagsFieldProps) {
  const t = useWords("pictures");
  const free = known.filter((name) => !tags.includes(name)).map((name) => ({ id: name, label: name }));
  const add = (name: string) => onChange([...new Set([...tags, name])]);
  return (
    <div className="flex flex-col gap-1.5">
      {isReadOnly ? (
        <p className="font-medium text-sm">{label}</p>
      ) : (
        <ComboBox
          label={label}
          placeholder={placeholder}
          items={free}
          addLabel={(name) => t("addTag", { name })}
          onPick={add}
          onAdd={add}
        />
      )}
      {tags.length > 0 && (
        <ul className="flex flex-wrap gap-1.5" aria-label={label}>
          {tags.map((name) => (
            <li key={name}>
              <button
                type="button"
                disabled={isReadOnly}
                aria-label={t("takeOut", { name })}
                onClick={() => onChange(tags.filter((each) => each !== name))}
                className="inline-flex min-h-11 cursor-pointer items-center gap-1.5 rounded-full bg-tint px-3 text-sm hover:bg-tint-strong disabled:cursor-default sm:pointer-fine:min-h-8"
              >
                <bdi>{name}</bdi>
                {!isReadOnly && <X size={14} aria-hidden />}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
