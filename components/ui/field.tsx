import type { ReactNode } from "react";

export type FieldTexts = {
  label: string;
  /** One line of help under the label. */
  description?: string;
  /** A whole sentence; shown under the field, which is then marked as invalid. */
  error?: string | null;
  /** Keeps the label for screen readers and takes it off the page. */
  labelIsHidden?: boolean;
};

/** The ids by which a control names its help and its error. */
export function describedBy(id: string, { description, error }: FieldTexts): string | undefined {
  const ids = [description && `${id}-help`, error && `${id}-error`].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}

/** Label, help, control, error: the frame that every field shares. */
export function Field({
  id,
  children,
  className,
  ...texts
}: FieldTexts & { id: string; children: ReactNode; className?: string }) {
  return (
    <div className={className ?? "flex min-w-0 flex-col gap-1.5"}>
      <label htmlFor={id} className={texts.labelIsHidden ? "sr-only" : "font-medium text-sm"}>
        {texts.label}
      </label>
      {texts.description && (
        <p id={`${id}-help`} className="-mt-1 text-ink-soft text-sm">
          {texts.description}
        </p>
      )}
      {children}
      {texts.error && (
        <p id={`${id}-error`} className="text-bad text-sm">
          {texts.error}
        </p>
      )}
    </div>
  );
}
