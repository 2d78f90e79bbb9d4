import { cx } from "./cx.ts";

type FaceProps = { src: string | null; name: string; className?: string };

/**
 * Somebody's picture in a circle beside their name. Their first letter stands below it: it is seen
 * where there is no picture, and where it isn't open to the one who looks.
 */
export function Face({ src, name, className = "size-8 text-sm" }: FaceProps) {
  return (
    <span
      aria-hidden
      className={cx(
        "relative inline-flex shrink-0 select-none items-center justify-center overflow-hidden rounded-full bg-accent-tint font-semibold text-accent-strong uppercase",
        className,
      )}
    >
      {firstLetter(name)}
      {src !== null && (
        // biome-ignore lint/performance/noImgElement: staff previews are cut by our own route
        <img
          key={src}
          src={src}
          alt=""
          decoding="async"
          draggable={false}
          className="absolute inset-0 size-full object-cover"
        />
      )}
    </span>
  );
}

/** A letter as a reader counts letters: with the marks that belong to it. */
function firstLetter(name: string): string {
  const [first] = new Intl.Segmenter().segment(name.trim());
  return first?.segment ?? "";
}
