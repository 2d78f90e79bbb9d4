type TurnedImageProps = {
  src: string;
  rotation: number;
  /** Of the picture as it stands after turning. */
  size: { width: number; height: number };
  /** Hides the pixels below these, as the real files will. */
  blurs: readonly { x: number; y: number; width: number; height: number }[];
};

/** The upright picture, turned; fills the box that it stands in, which has the turned picture's shape. */
export function TurnedImage({ src, rotation, size, blurs }: TurnedImageProps) {
  const isSideways = rotation % 180 !== 0;
  const ratio = size.width / size.height;
  return (
    <>
      {/* biome-ignore lint/performance/noImgElement: staff previews are cut by our own route */}
      <img
        src={src}
        alt=""
        draggable={false}
        className="pointer-events-none absolute start-1/2 top-1/2 max-w-none select-none"
        style={{
          inlineSize: isSideways ? `${100 / ratio}%` : "100%",
          blockSize: isSideways ? `${100 * ratio}%` : "100%",
          transform: `translate(-50%, -50%) rotate(${rotation}deg)`,
        }}
      />
      {blurs.map((box) => (
        <span
          key={`${box.x},${box.y},${box.width},${box.height}`}
          className="pointer-events-none absolute backdrop-blur-md backdrop-saturate-50"
          style={placeOf(box)}
        />
      ))}
    </>
  );
}

/** Where a box stands, in a stage that reads from the left. */
export function placeOf(box: { x: number; y: number; width: number; height: number }) {
  return {
    insetInlineStart: `${box.x * 100}%`,
    insetBlockStart: `${box.y * 100}%`,
    inlineSize: `${box.width * 100}%`,
    blockSize: `${box.height * 100}%`,
  };
}
