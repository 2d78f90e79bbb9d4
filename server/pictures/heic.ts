/** HEIC, which libvips can't decode here: libheif as WebAssembly, in the same narrow process. */
import { readFile } from "node:fs/promises";
import type { Pixels } from "./sharp.ts";

/** Upright already: turning is part of this format. */
export async function decodeHeic(file: string): Promise<Pixels> {
  const { default: libheif } = await import("libheif-js/wasm-bundle.js");
  const images = new libheif.HeifDecoder().decode(await readFile(file));
  const image = images.find((each) => each.is_primary()) ?? images[0];
  if (!image) throw new Error("no picture in this file");
  const [width, height] = [image.get_width(), image.get_height()];
  const data = new Uint8ClampedArray(width * height * 4);
  await new Promise<void>((resolve, reject) => {
    image.display({ data, width, height }, (shown) =>
      shown ? resolve() : reject(new Error("this HEIC can't be decoded")),
    );
  });
  return { data: Buffer.from(data.buffer), width, height, channels: 4 };
}
