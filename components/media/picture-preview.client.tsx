"use client";
import type { CropName } from "#domain/vocabulary.ts";
import { cx } from "../ui/cx.ts";
import { PictureBadges } from "./picture-badges.client.tsx";
import { PictureThumb } from "./picture-thumb.client.tsx";
import { usePicture } from "./use-picture.ts";

const SHAPES: Readonly<Record<Exclude<CropName, "full">, string>> = {
  wide: "16 / 9",
  square: "1",
  portrait: "4 / 5",
};

type PicturePreviewProps = { pictureId: string; crop: CropName; alt: string; className?: string };

/** A picture in its place on a page that is being written, with what must be known of it before it goes out. */
export function PicturePreview({ pictureId, crop, alt, className }: PicturePreviewProps) {
  const picture = usePicture(pictureId);
  const whole = picture && picture.width > 0 ? `${picture.width} / ${picture.height}` : "3 / 2";
  const looked = picture && {
    ...picture,
    thumbhash: picture.printable?.thumbhash ?? null,
    colour: picture.printable?.colour ?? null,
  };
  return (
    <div
      className={cx("relative mx-auto max-h-[70vh] w-full overflow-hidden bg-tint", className)}
      style={{ aspectRatio: crop === "full" ? whole : SHAPES[crop] }}
    >
      {looked && <PictureThumb picture={looked} crop={crop} width={1280} alt={alt} className="size-full" />}
      {looked && (
        <span className="absolute start-2 bottom-2 flex flex-wrap gap-1 font-sans">
          <PictureBadges picture={looked} />
        </span>
      )}
    </div>
  );
}
