"use client";
import { Check } from "lucide-react";
import { Checkbox } from "react-aria-components/Checkbox";
import { GridListItem } from "react-aria-components/GridList";
import type { PictureLine } from "#domain/pictures/list.ts";
import { cx } from "../ui/cx.ts";
import { useWords } from "../words.client.tsx";
import { PictureBadges } from "./picture-badges.client.tsx";
import { PictureThumb } from "./picture-thumb.client.tsx";

type PictureTileProps = { picture: PictureLine; hasCheckbox?: boolean };

/** One picture in a grid: whole, as it is, with what one must know of it at a glance. */
export function PictureTile({ picture, hasCheckbox }: PictureTileProps) {
  const t = useWords("pictures");
  const name = picture.description || picture.fileName;
  const rights = picture.rights === "unknown" ? "" : t(`rightsOf.${picture.rights}`);
  const by = [picture.credit || picture.source || picture.author, rights];
  return (
    <GridListItem
      id={picture.id}
      textValue={name}
      className={cx(
        "group relative flex min-w-0 cursor-pointer flex-col overflow-hidden rounded-xl border border-line bg-page outline-none",
        "hover:border-edge data-focus-visible:outline-2 data-focus-visible:outline-accent data-focus-visible:outline-offset-2",
        "data-selected:border-accent data-selected:ring-2 data-selected:ring-accent",
      )}
    >
      <PictureThumb
        picture={picture}
        alt=""
        className={cx("aspect-4/3 w-full", picture.pulledAt !== null && "opacity-40")}
      />
      <span className="absolute start-2 top-2 flex max-w-[calc(100%-3.5rem)] flex-wrap gap-1">
        <PictureBadges picture={picture} />
      </span>
      {hasCheckbox && (
        <Checkbox
          slot="selection"
          className={cx(
            "absolute end-0 top-0 flex size-11 cursor-pointer items-center justify-center",
            "opacity-0 group-hover:opacity-100 group-focus-within:opacity-100 group-data-selected:opacity-100 pointer-coarse:opacity-100",
          )}
        >
          {({ isSelected }) => (
            <span
              className={cx(
                "flex size-6 items-center justify-center rounded-md border shadow-raised",
                isSelected
                  ? "border-accent bg-accent text-on-accent"
                  : "border-edge bg-page text-transparent",
              )}
            >
              <Check size={16} aria-hidden />
            </span>
          )}
        </Checkbox>
      )}
      <span className="flex min-w-0 flex-col gap-0.5 px-3 py-2">
        <bdi className="truncate font-medium text-sm" dir="auto">
          {name}
        </bdi>
        <span className="truncate text-ink-soft text-xs">
          <bdi>{by.filter((part) => part !== "").join(" · ")}</bdi>
        </span>
      </span>
    </GridListItem>
  );
}

export const PICTURE_GRID =
  "grid grid-cols-2 gap-3 outline-none sm:grid-cols-3 lg:grid-cols-4 xl:grid-cols-5";
