import { type ComponentProps, useId } from "react";
import { cx } from "./cx.ts";
import { describedBy, Field, type FieldTexts } from "./field.tsx";

export type Choice<V extends string = string> = { value: V; label: string };

type SelectProps<V extends string> = FieldTexts & {
  choices: readonly Choice<V>[];
  value?: V;
  defaultValue?: V;
  onChange?: (value: V) => void;
  fieldClassName?: string;
} & Omit<ComponentProps<"select">, "onChange" | "value" | "defaultValue" | "children">;

/** One of a short list. The browser's own control: on a phone nothing beats its picker. */
export function Select<V extends string>(props: SelectProps<V>) {
  const {
    label,
    description,
    error,
    labelIsHidden,
    choices,
    onChange,
    className,
    fieldClassName,
    ...select
  } = props;
  const ownId = useId();
  const id = select.id ?? ownId;
  return (
    <Field {...{ id, label, description, error, labelIsHidden }} className={fieldClassName}>
      <select
        {...select}
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, props)}
        onChange={
          onChange &&
          ((event) => {
            const chosen = choices.find((choice) => choice.value === event.currentTarget.value);
            if (chosen) onChange(chosen.value);
          })
        }
        className={cx("field-box cursor-pointer", className)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
