/** The package's types are of its C functions: what heic.ts uses of the rest. */
declare module "libheif-js/wasm-bundle.js" {
  type HeifImage = {
    is_primary(): boolean;
    get_width(): number;
    get_height(): number;
    display(
      target: { data: Uint8ClampedArray; width: number; height: number },
      done: (shown: unknown) => void,
    ): void;
  };
  const libheif: { HeifDecoder: new () => { decode(file: Uint8Array): HeifImage[] } };
  export = libheif;
}
