import { useId } from "react";
import type { Choice } from "./select.tsx";

type RadioGroupProps<V extends string> = {
  /** What is being chosen; hidden from sight when the surroundings say it. */
  label: string;
  labelIsHidden?: boolean;
  name?: string;
  choices: readonly (Choice<V> & { description?: string })[];
  value?: V;
  defaultValue?: V;
  onChange?: (value: V) => void;
  isDisabled?: boolean;
  /** In a dialog: the chosen one has the focus when it opens. */
  focusChosen?: boolean;
};

/** One of a few, all in sight. Each radio's name is its label alone; what it means is its description. */
export function RadioGroup<V extends string>(props: RadioGroupProps<V>) {
  const id = useId();
  const { choices, value, defaultValue, onChange } = props;
  return (
    <fieldset className="min-w-0">
      <legend className={props.labelIsHidden ? "sr-only" : "mb-1 font-medium text-sm"}>{props.label}</legend>
      {choices.map((choice) => (
        <label
          key={choice.value}
          className="flex min-h-11 cursor-pointer items-start gap-3 rounded-field px-3 py-2 hover:bg-tint has-checked:bg-accent-tint"
        >
          <input
            type="radio"
            name={props.name ?? id}
            disabled={props.isDisabled}
            value={choice.value}
            checked={value === undefined ? undefined : value === choice.value}
            defaultChecked={value === undefined ? defaultValue === choice.value : undefined}
            onChange={onChange && (() => onChange(choice.value))}
            // biome-ignore lint/a11y/noAutofocus: a dialog must put the focus somewhere, and this is what it asks
            autoFocus={props.focusChosen && value === choice.value}
            aria-label={choice.label}
            aria-describedby={choice.description ? `${id}-${choice.value}` : undefined}
            className="mt-0.5 size-5 shrink-0 cursor-pointer sm:pointer-fine:size-4.5"
          />
          <span className="min-w-0">
            <span className="block">{choice.label}</span>
            {choice.description && (
              <span id={`${id}-${choice.value}`} className="block text-ink-soft text-sm">
                {choice.description}
              </span>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
