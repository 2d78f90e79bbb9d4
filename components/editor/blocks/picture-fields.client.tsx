"use client";
import { useId } from "react";
import { CROPS, PICTURE_SIZES } from "#domain/vocabulary.ts";
import { cx } from "../../ui/cx.ts";
import { useWords } from "../../words.client.tsx";
import { useAttribute } from "./use-attribute.ts";

type Use = Record<string, unknown>;
type PictureFieldsProps = {
  use: Use;
  isInGallery: boolean;
  isReadOnly: boolean;
  onChange: (change: Use) => void;
};

/** What is said of a picture beside its caption, in two lines under it. */
export function PictureFields({ use, isInGallery, isReadOnly, onChange }: PictureFieldsProps) {
  const t = useWords("pictures");
  const credit = useAttribute(String(use.credit), (text) => onChange({ credit: text }));
  const alt = useAttribute(String(use.alt), (text) => onChange({ alt: text }));
  const isDecorative = use.decorative === true;
  return (
    <div contentEditable={false} className="flex flex-col gap-0.5 pt-1 font-sans text-sm">
      <LineField label={t("credit")} {...credit} maxLength={200} isReadOnly={isReadOnly} />
      <div className="flex flex-wrap items-center gap-x-3">
        <LineField
          label={t("altText")}
          {...alt}
          maxLength={1000}
          isReadOnly={isReadOnly || isDecorative}
          isMissing={!isDecorative && alt.value.trim() === ""}
        />
        <label className="inline-flex min-h-9 cursor-pointer items-center gap-1.5 text-ink-soft">
          <input
            type="checkbox"
            checked={isDecorative}
            disabled={isReadOnly}
            onChange={(event) => onChange({ decorative: event.currentTarget.checked })}
          />
          {t("decorative")}
        </label>
      </div>
      {!isReadOnly && <Shape use={use} isInGallery={isInGallery} onChange={onChange} />}
    </div>
  );
}

type LineFieldProps = {
  label: string;
  value: string;
  maxLength: number;
  isReadOnly: boolean;
  isMissing?: boolean;
  onChange: (text: string) => void;
};

function LineField({ label, value, maxLength, isReadOnly, isMissing, onChange }: LineFieldProps) {
  const id = useId();
  return (
    <span className="flex min-w-40 flex-1 items-baseline gap-2">
      <label htmlFor={id} className="shrink-0 text-ink-soft">
        {label}
      </label>
      <input
        id={id}
        value={value}
        maxLength={maxLength}
        readOnly={isReadOnly}
        aria-invalid={isMissing || undefined}
        dir="auto"
        autoComplete="off"
        onChange={(event) => onChange(event.currentTarget.value)}
        className={cx(
          "min-h-9 min-w-0 flex-1 border-b bg-transparent outline-none focus:border-accent",
          isMissing ? "border-care border-dashed" : "border-transparent hover:border-line",
        )}
      />
    </span>
  );
}

/** How much room it takes, and which cut of it stands there. A gallery gives each the same room. */
function Shape({ use, isInGallery, onChange }: Omit<PictureFieldsProps, "isReadOnly">) {
  const t = useWords("editor");
  const pictures = useWords("pictures");
  const look =
    "min-h-9 cursor-pointer rounded-md border border-line bg-page px-2 text-ink-soft hover:bg-tint";
  return (
    <div className="picture-shape flex flex-wrap gap-2">
      {!isInGallery && (
        <select
          aria-label={t("size")}
          value={String(use.size)}
          onChange={(event) => onChange({ size: event.currentTarget.value })}
          className={look}
        >
          {PICTURE_SIZES.map((size) => (
            <option key={size} value={size}>
              {t(`sizeOf.${size}`)}
            </option>
          ))}
        </select>
      )}
      <select
        aria-label={pictures("crop")}
        value={String(use.crop)}
        onChange={(event) => onChange({ crop: event.currentTarget.value })}
        className={look}
      >
        {CROPS.map((crop) => (
          <option key={crop} value={crop}>
            {pictures(`cropOf.${crop}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
