import { type ReactNode, useId } from "react";

type CheckboxProps = {
  /** The accessible name, exactly. */
  label: string;
  description?: ReactNode;
  name?: string;
  value?: string;
  isChecked?: boolean;
  defaultChecked?: boolean;
  isDisabled?: boolean;
  onChange?: (isChecked: boolean) => void;
};

function Tick({ role, ...props }: CheckboxProps & { role?: "switch" }) {
  const id = useId();
  return (
    <div className="flex min-h-11 items-start gap-3 py-2.5 sm:pointer-fine:min-h-9 sm:pointer-fine:py-1.5">
      <input
        id={id}
        type="checkbox"
        role={role}
        name={props.name}
        value={props.value}
        checked={props.isChecked}
        defaultChecked={props.defaultChecked}
        disabled={props.isDisabled}
        aria-describedby={props.description ? `${id}-help` : undefined}
        onChange={props.onChange && ((event) => props.onChange?.(event.currentTarget.checked))}
        className={
          role === "switch"
            ? "switch-track mt-px shrink-0 cursor-pointer"
            : "mt-0.5 size-5 shrink-0 cursor-pointer sm:pointer-fine:size-4.5"
        }
      />
      <div className="min-w-0">
        <label htmlFor={id} className="cursor-pointer">
          {props.label}
        </label>
        {props.description && (
          <p id={`${id}-help`} className="text-ink-soft text-sm">
            {props.description}
          </p>
        )}
      </div>
    </div>
  );
}

/** Yes or no, sent with a form or kept in state. */
export function Checkbox(props: CheckboxProps) {
  return <Tick {...props} />;
}

/** On or off, at once. */
export function Switch(props: CheckboxProps) {
  return <Tick {...props} role="switch" />;
}
