/** Compression in the two strengths that the front uses, off the main thread. */
import { promisify } from "node:util";
import { brotliCompress, brotliDecompress, constants, gzip } from "node:zlib";
import { type Encoding, isMedia, type Page, type Variant, variantOf } from "./page.ts";

const brotli = promisify(brotliCompress);
const unbrotli = promisify(brotliDecompress);
const zip = promisify(gzip);

/** 5 costs a page about 1.5 ms, 11 about 50 ms: the first while a reader waits, the second when nobody does. */
export type Strength = 5 | 11;

/** Below this a compressed answer isn't smaller than its own headers. */
export const WORTH_COMPRESSING_BYTES = 256;

export function brotliAt(strength: Strength, body: Buffer): Promise<Buffer> {
  return brotli(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: strength,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  });
}

/** A new print's variants: compressed quickly, or as it is when it is small. The others come when asked for. */
export async function compressFirst(page: Page, body: Buffer): Promise<void> {
  if (!isWorthCompressing(page)) keepPlain(page, body);
  else page.variants.br = variantOf(page, "br", await brotliAt(5, body));
}

/** A page that nobody is waiting for, compressed as hard as it gets. Null: it is already. */
export async function compressHardest(page: Page): Promise<Variant | null> {
  if (page.best || !page.variants.br || !isWorthCompressing(page)) return null;
  return variantOf(page, "br", await brotliAt(11, await plainOf(page)));
}

/** What the disk gave back. */
export function takeBody(page: Page, encoding: Encoding, body: Buffer): void {
  if (!isWorthCompressing(page)) keepPlain(page, body);
  else page.variants[encoding] = variantOf(page, encoding, body);
}

/** An encoding that isn't in memory yet. Callers look again afterwards whether the page still stands. */
export async function encode(page: Page, encoding: Encoding): Promise<Variant> {
  const there = page.variants[encoding];
  if (there) return there;
  const plain = await plainOf(page);
  if (encoding === "identity") return variantOf(page, encoding, plain);
  const body = encoding === "br" ? await brotliAt(5, plain) : await zip(plain, { level: 6 });
  return variantOf(page, encoding, body);
}

async function plainOf({ variants: { identity, br } }: Page): Promise<Buffer> {
  if (identity) return identity.body;
  if (br) return unbrotli(br.body);
  throw new Error("a page without a body can't be encoded");
}

function isWorthCompressing(page: Page): boolean {
  return page.size >= WORTH_COMPRESSING_BYTES && !isMedia(page);
}

function keepPlain(page: Page, body: Buffer): void {
  const plain = variantOf(page, "identity", body);
  page.variants = { identity: plain, br: plain, gzip: plain };
}
