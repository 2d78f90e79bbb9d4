/** The package brings no types: what scripts/build-reader.ts uses of it. */
declare module "subset-font" {
  type Axis = number | { min: number; max: number };
  function subsetFont(
    font: Buffer,
    letters: string,
    options: {
      targetFormat: "woff2" | "truetype";
      noHinting?: boolean;
      keepFeatures?: readonly string[];
      variationAxes?: Readonly<Record<string, Axis>>;
    },
  ): Promise<Buffer>;
  export = subsetFont;
}
