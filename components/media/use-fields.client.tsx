"use client";
/**
 * What one story says of a picture in one place: Caption, Credit, Alt text (or explicitly none:
 * "Decorative") and which cut of it stands there.
 *
 *   <UseFields use={node.attrs.use} onChange={(use) => …} language={story.language} />
 *
 * Controlled: `onChange` gets the whole use each time, as it shall be kept. `picture`, where the
 * screen has it (usePicture(pictureId) in use-picture.ts finds it), adds what must be heard: it was
 * pulled, its time is up. Needs <Words namespaces={["pictures"]}> above it, as the desk's layout has.
 */
import { type ReactNode, useId, useRef } from "react";
import type { PictureUse } from "#db/shapes.ts";
import { CROPS, LANGUAGES, type Language, type PictureState } from "#domain/vocabulary.ts";
import { Banner } from "../ui/badge.tsx";
import { Checkbox } from "../ui/checkbox.tsx";
import { TextArea, TextField } from "../ui/text-field.tsx";
import { useWords } from "../words.client.tsx";
import { previewSrc } from "./preview.ts";

export type UseFieldsProps = {
  use: PictureUse;
  onChange: (use: PictureUse) => void;
  language: Language;
  isReadOnly?: boolean;
  picture?: {
    edition: number;
    state: PictureState;
    pulledAt: Date | null;
    expiry: "none" | "soon" | "over";
  } | null;
  /** Stands where the caption's own field would: where several people write it. */
  caption?: ReactNode;
  /** Left out where the place allows one shape only. */
  hasCrop?: boolean;
};

export function UseFields(props: UseFieldsProps) {
  const { use, onChange, language, isReadOnly, picture, caption, hasCrop = true } = props;
  const t = useWords("pictures");
  const own = { lang: language, dir: LANGUAGES[language].direction, readOnly: isReadOnly };
  const set = (change: Partial<PictureUse>) => onChange({ ...use, ...change });
  // Taken back, "Decorative" brings back what was written before it.
  const written = useRef(use.alt);
  const needsAlt = !use.decorative && use.alt.trim() === "";
  return (
    <div className="flex flex-col gap-4 font-sans">
      {picture?.pulledAt && <Banner tone="bad">{t("pulledHere")}</Banner>}
      {picture?.expiry === "over" && <Banner tone="bad">{t("expiredHere")}</Banner>}
      {picture?.expiry === "soon" && <Banner tone="care">{t("expiringHere")}</Banner>}
      {caption ?? (
        <TextArea
          {...own}
          label={t("caption")}
          rows={2}
          value={use.caption}
          onChange={(written) => set({ caption: written })}
        />
      )}
      <TextField {...own} label={t("credit")} value={use.credit} onChange={(credit) => set({ credit })} />
      <div>
        <TextArea
          {...own}
          label={t("altText")}
          rows={2}
          value={use.alt}
          disabled={use.decorative}
          description={needsAlt ? t("altTextMissing") : t("altTextHelp")}
          onChange={(alt) => set({ alt })}
        />
        <Checkbox
          label={t("decorative")}
          description={t("decorativeHelp")}
          isChecked={use.decorative}
          isDisabled={isReadOnly}
          onChange={(decorative) => {
            if (decorative) written.current = use.alt;
            set({ decorative, alt: decorative ? "" : written.current });
          }}
        />
      </div>
      {hasCrop && (
        // Cuts that couldn't be had while the picture was being prepared are asked for once more.
        <CropChoice
          key={picture?.state}
          use={use}
          edition={picture?.edition ?? 0}
          isReadOnly={isReadOnly}
          set={set}
        />
      )}
    </div>
  );
}

type CropChoiceProps = {
  use: PictureUse;
  edition: number;
  isReadOnly?: boolean;
  set: (change: Partial<PictureUse>) => void;
};

/** Each cut as it looks, to be pressed. */
function CropChoice({ use, edition, isReadOnly, set }: CropChoiceProps) {
  const t = useWords("pictures");
  const name = useId();
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 font-medium text-sm">{t("crop")}</legend>
      <div className="grid grid-cols-4 gap-2">
        {CROPS.map((crop) => (
          <label
            key={crop}
            className="flex cursor-pointer flex-col items-center gap-1 rounded-lg border border-line p-1.5 text-xs has-checked:border-accent has-checked:bg-accent-tint has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={name}
              value={crop}
              checked={use.crop === crop}
              disabled={isReadOnly}
              onChange={() => set({ crop })}
              className="sr-only"
            />
            <span className="flex h-14 w-full items-center justify-center">
              {/* biome-ignore lint/performance/noImgElement: staff previews are cut by our own route */}
              <img
                src={previewSrc({ id: use.pictureId, edition }, crop, 160)}
                alt=""
                loading="lazy"
                className="max-h-full max-w-full rounded-sm object-contain"
              />
            </span>
            {t(`cropOf.${crop}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
