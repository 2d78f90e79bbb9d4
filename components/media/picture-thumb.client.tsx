"use client";
import { ImageOff, LoaderCircle } from "lucide-react";
import { useMemo, useState } from "react";
import type { CropName, PictureState } from "#domain/vocabulary.ts";
import { cx } from "../ui/cx.ts";
import { useWords } from "../words.client.tsx";
import { type Previewed, placeholderSrc, previewSrc } from "./preview.ts";

type PictureThumbProps = {
  picture: Previewed & {
    width: number;
    height: number;
    state: PictureState;
    thumbhash: string | null;
    colour: string | null;
  };
  crop?: CropName;
  /** How wide it stands, in CSS pixels. */
  width?: number;
  alt?: string;
  /** "whole": nothing of it is cut off. "filled": it fills its box. */
  fit?: "whole" | "filled";
  className?: string;
};

/** A small look at a picture; until it has come, its thumbhash or its colour stands there. */
export function PictureThumb({
  picture,
  crop = "full",
  width = 320,
  alt = "",
  fit = "whole",
  className,
}: PictureThumbProps) {
  const t = useWords("pictures");
  const src = previewSrc(picture, crop, width);
  const [shown, setShown] = useState<{ src: string; how: "there" | "missing" } | null>(null);
  const placeholder = useMemo(() => placeholderSrc(picture.thumbhash), [picture.thumbhash]);
  const isThere = shown?.src === src && shown.how === "there";
  const isMissing = picture.state === "refused" || (shown?.src === src && shown.how === "missing");
  return (
    <span
      className={cx("relative flex items-center justify-center overflow-hidden bg-tint", className)}
      style={isThere ? undefined : { backgroundColor: picture.colour ?? undefined }}
    >
      {placeholder && !isThere && (
        // biome-ignore lint/performance/noImgElement: a data address of some bytes
        <img
          src={placeholder}
          alt=""
          className={cx("absolute inset-0 size-full", fit === "whole" ? "object-contain" : "object-cover")}
        />
      )}
      {isMissing ? (
        <span className="flex flex-col items-center gap-1 p-2 text-center text-ink-soft text-xs">
          {picture.state === "processing" ? (
            <LoaderCircle size={20} aria-hidden className="motion-safe:animate-spin" />
          ) : (
            <ImageOff size={20} aria-hidden />
          )}
          {picture.state === "processing" ? t("beingPrepared") : t("cantBeRead")}
        </span>
      ) : (
        // biome-ignore lint/performance/noImgElement: staff previews are cut by our own route
        <img
          key={src}
          src={src}
          alt={alt}
          loading="lazy"
          decoding="async"
          draggable={false}
          ref={(image) => {
            if (image?.complete && image.naturalWidth > 0 && !isThere) setShown({ src, how: "there" });
          }}
          onLoad={() => setShown({ src, how: "there" })}
          onError={() => setShown({ src, how: "missing" })}
          className={cx(
            "relative size-full",
            fit === "whole" ? "object-contain" : "object-cover",
            !isThere && "opacity-0",
          )}
        />
      )}
    </span>
  );
}
