"use client";
import type { CropName } from "#domain/vocabulary.ts";
import { cx } from "../../ui/cx.ts";
import { useWords } from "../../words.client.tsx";

type ComparedPicturesProps = { before: string | null; after: string | null; crops?: [CropName, CropName] };

/** A picture as it was and as it is: one, when it is the same; the one that went is struck out. */
export function ComparedPictures({ before, after, crops = ["full", "full"] }: ComparedPicturesProps) {
  const t = useWords("desk");
  const isSame = before === after && crops[0] === crops[1];
  const shown = [
    ...(before && !isSame ? [{ id: before, crop: crops[0], how: "out" as const }] : []),
    ...(after ? [{ id: after, crop: crops[1], how: isSame ? ("same" as const) : ("in" as const) }] : []),
  ];
  const alts = { out: t("changes.pictureWas"), in: t("changes.pictureIs"), same: t("changes.value.picture") };
  return (
    <div className="my-1 flex flex-wrap items-end gap-3">
      {shown.map(({ id, crop, how }) => (
        <figure key={`${id} ${how}`} className="relative font-sans text-ink-soft text-xs">
          {/* biome-ignore lint/performance/noImgElement: staff look at files of the newsroom's own making */}
          <img
            src={`/api/pictures/${id}/${crop}/320`}
            alt={alts[how]}
            loading="lazy"
            className={cx(
              "max-h-28 max-w-44 rounded-field border-2",
              { in: "border-good", out: "border-bad opacity-60", same: "border-transparent" }[how],
            )}
          />
          {how !== "same" && (
            <figcaption className={how === "out" ? "line-through" : "underline"}>
              <bdi>{t(`changes.whole.${how}`)}</bdi>
            </figcaption>
          )}
        </figure>
      ))}
    </div>
  );
}
