import { type ComponentProps, useId } from "react";
import { cx } from "./cx.ts";
import { describedBy, Field, type FieldTexts } from "./field.tsx";

type Kept<E extends "input" | "textarea"> = Omit<
  ComponentProps<E>,
  "onChange" | "value" | "defaultValue" | "children"
>;

type TextFieldProps = FieldTexts & {
  value?: string;
  defaultValue?: string;
  onChange?: (value: string) => void;
  fieldClassName?: string;
} & Kept<"input">;

/**
 * One line of text. A plain input: it works before any script has come, and in a server
 * component (give `name`, and `defaultValue`). In a client one give `value` and `onChange`.
 */
export function TextField(props: TextFieldProps) {
  const { label, description, error, labelIsHidden, onChange, className, fieldClassName, ...input } = props;
  const ownId = useId();
  const id = input.id ?? ownId;
  return (
    <Field {...{ id, label, description, error, labelIsHidden }} className={fieldClassName}>
      <input
        type="text"
        {...input}
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, props)}
        onChange={onChange && ((event) => onChange(event.currentTarget.value))}
        className={cx("field-box", className)}
      />
    </Field>
  );
}

type TextAreaProps = FieldTexts & {
  value?: string;
  defaultValue?: string;
  onChange?: (value: string) => void;
  fieldClassName?: string;
} & Kept<"textarea">;

/** Several lines of text; grows with what is written in it. */
export function TextArea(props: TextAreaProps) {
  const { label, description, error, labelIsHidden, onChange, className, fieldClassName, ...area } = props;
  const ownId = useId();
  const id = area.id ?? ownId;
  return (
    <Field {...{ id, label, description, error, labelIsHidden }} className={fieldClassName}>
      <textarea
        rows={3}
        {...area}
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, props)}
        onChange={onChange && ((event) => onChange(event.currentTarget.value))}
        className={cx("field-box field-sizing-content resize-none", className)}
      />
    </Field>
  );
}
