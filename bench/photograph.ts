/**
 * A picture that compresses as photographs do: ridges in haze under a sky, with texture at every
 * scale (its detail falls off with frequency as in nature). Drawn, because no photograph of
 * somebody's may lie in this repository; the same seed gives the same picture.
 */
import sharp from "sharp";
import { dice } from "#server/front/testing/judge.ts";

const WIDTH = 1920;
const HEIGHT = 1280;
const RIDGES = 6;
const OCTAVES = 8;

/** Smooth noise between 0 and 1, one value for each point, on a grid of `cell` pixels. */
function noise(chance: () => number, cell: number): (x: number, y: number) => number {
  const across = Math.ceil(WIDTH / cell) + 2;
  const grid = Float32Array.from({ length: across * (Math.ceil(HEIGHT / cell) + 2) }, chance);
  return (x, y) => {
    const [column, row] = [Math.floor(x / cell), Math.floor(y / cell)];
    const [right, down] = [x / cell - column, y / cell - row];
    const at = (c: number, r: number) => grid[(row + r) * across + column + c] ?? 0;
    const above = at(0, 0) + (at(1, 0) - at(0, 0)) * right;
    return above + (at(0, 1) + (at(1, 1) - at(0, 1)) * right - above) * down;
  };
}

/** Noise of many scales, each half as fine as the one before and weaker by `fall` powers of two. */
function texture(chance: () => number, fall: number): (x: number, y: number) => number {
  const layers = Array.from({ length: OCTAVES }, (_, octave) => noise(chance, 512 / 2 ** octave));
  return (x, y) => layers.reduce((sum, layer, octave) => sum + (layer(x, y) - 0.5) / 2 ** (octave * fall), 0);
}

export async function photograph(seed: number): Promise<Buffer> {
  const chance = dice(seed);
  const grain = texture(chance, 0.05);
  const ridges = Array.from({ length: RIDGES }, () => texture(chance, 0.9));
  const warmth = chance() * 40 - 10;
  const pixels = Buffer.alloc(WIDTH * HEIGHT * 3);
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) {
      const ridge = ridges.findLastIndex(
        (line, far) => y > HEIGHT * (0.3 + far * 0.11) + line(x, far * 90) * 260,
      );
      const detail = grain(x, y);
      const depth = (ridge + 1) / RIDGES;
      const light =
        ridge === -1 ? 205 + detail * 12 - y / 30 : 185 - depth * 110 + detail * (30 + depth * 80);
      const at = (y * WIDTH + x) * 3;
      pixels[at] = clamp(light + warmth * (1 - depth));
      pixels[at + 1] = clamp(light * (0.95 + depth * 0.02));
      pixels[at + 2] = clamp(light * (ridge === -1 ? 1.0 : 0.86 - depth * 0.2));
    }
  }
  return sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
    .jpeg({ quality: 92 })
    .toBuffer();
}

const clamp = (value: number): number => Math.max(0, Math.min(255, Math.round(value)));
