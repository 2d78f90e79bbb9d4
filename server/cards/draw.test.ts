import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEMO_STORIES } from "#domain/demo/all-stories.ts";
import { CARD } from "#domain/sharing/card-size.ts";
import { LANGUAGE_CODES, type Language } from "#domain/vocabulary.ts";
import { cutCardFaces } from "../../scripts/cut-card-faces.ts";
import type { CardOrder } from "../pictures/orders.ts";

const folder = mkdtempSync(join(tmpdir(), "dateline-cards-"));
const fonts = join(folder, "fonts");
const fontSettings = join(folder, "fonts.conf");
const NAMES: Record<Language, string> = { en: "Zagros Post", ar: "زاغروس بوست", ckb: "زاگرۆس پۆست" };

beforeAll(async () => {
  await cutCardFaces(fonts);
  writeFileSync(fontSettings, `<fontconfig><dir>${fonts}</dir><cachedir>${folder}</cachedir></fontconfig>`);
  // Read once, when the first line is set.
  process.env.FONTCONFIG_FILE = fontSettings;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function orderFor(language: Language, headline: string, more: Partial<CardOrder> = {}): CardOrder {
  return {
    ...{ task: "card" as const, file: null, folder, fonts, fontSettings, language, headline },
    ...{ kicker: "", outletName: NAMES[language], accent: "#9d1c22", faces: null, credit: "" },
    logo: null,
    focal: { x: 0.5, y: 0.5 },
    ...more,
  };
}

async function drawn(order: CardOrder) {
  const { drawCard } = await import("./draw.ts");
  const answer = await drawCard(order);
  if ("refused" in answer) throw new Error(answer.refused);
  const bytes = readFileSync(join(folder, answer.done.name));
  return { ...answer.done, file: bytes };
}

/** Where there is ink on the paper: columns and rows of the headline's part. */
async function inkIn(file: Buffer) {
  const { default: sharp } = await import("sharp");
  writeFileSync(join(folder, "look.jpg"), file);
  const { data, info } = await sharp(join(folder, "look.jpg"))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const columns: number[] = [];
  for (let x = 0; x < info.width; x++) {
    for (let y = 40; y < 500; y++) {
      if ((data[y * info.width + x] ?? 255) > 100) continue;
      columns.push(x);
      break;
    }
  }
  return { first: columns[0] ?? 0, last: columns.at(-1) ?? 0, count: columns.length };
}

/** Headlines, standfirsts, and both in one: from short ones to the longest that anybody writes. */
const headlines = LANGUAGE_CODES.flatMap((language) =>
  DEMO_STORIES.filter((story) => story.language === language)
    .flatMap(({ headline, standfirst = headline }) => [headline, standfirst, `${headline}: ${standfirst}`])
    .slice(0, 20)
    .map((text) => [language, text] as const),
);

describe("a drawn card", () => {
  test("is a JPEG of 1200 × 630 and at most 300 KB, for sixty headlines in three scripts", async () => {
    expect(headlines).toHaveLength(60);
    for (const [language, headline] of headlines) {
      const { file, ...card } = await drawn(orderFor(language, headline, { kicker: NAMES[language] }));
      expect(card, headline).toMatchObject({ width: CARD.width, height: CARD.height, bytes: file.length });
      expect(file.readUInt16BE(0), headline).toBe(0xffd8);
      expect(file.length, headline).toBeLessThanOrEqual(CARD.mostBytes);
      expect(file.length, headline).toBeGreaterThan(10_000);
      const { first, last } = await inkIn(file);
      expect(first, headline).toBeGreaterThanOrEqual(70);
      expect(last, headline).toBeLessThanOrEqual(CARD.width - 70);
    }
  }, 60_000);

  test("begins where the language begins, also with a word of the other script in front", async () => {
    const english = await inkIn((await drawn(orderFor("en", "زاگرۆس says"))).file);
    const kurdish = await inkIn((await drawn(orderFor("ckb", "BBC: نان"))).file);
    expect(english.first).toBeLessThan(110);
    expect(english.last).toBeLessThan(1_000);
    expect(kurdish.last).toBeGreaterThan(CARD.width - 110);
    expect(kurdish.first).toBeGreaterThan(200);
  });

  test("holds the longest headline by ending it", async () => {
    const { file } = await drawn(orderFor("en", "Parliament ".repeat(60)));
    const { first, last } = await inkIn(file);
    expect([first >= 70, last <= CARD.width - 70]).toEqual([true, true]);
  });

  test("is the same file for the same order, and another for another headline", async () => {
    const first = await drawn(orderFor("ar", "البرلمان يقر الموازنة"));
    expect((await drawn(orderFor("ar", "البرلمان يقر الموازنة"))).name).toBe(first.name);
    expect((await drawn(orderFor("ar", "البرلمان يرفض الموازنة"))).name).not.toBe(first.name);
  });

  test("leaves out what our typefaces can't draw, instead of boxes", async () => {
    const plain = await drawn(orderFor("en", "Rain at last"));
    expect((await drawn(orderFor("en", "Rain at last 😀 \u{1f327}\ufe0f"))).name).toBe(plain.name);
  });

  test("takes markup for text", async () => {
    const { file } = await drawn(orderFor("en", '<span size="1">R&D</span>'));
    expect((await inkIn(file)).count).toBeGreaterThan(300);
  });
});

test("the outlet's logo stands where its name would, trimmed and as a whole, at the beginning of the line", async () => {
  const { default: sharp } = await import("sharp");
  const logo = join(folder, "logo.webp");
  const mark = { create: { width: 600, height: 100, channels: 4 as const, background: "#0f5c4c" } };
  const clear = { r: 0, g: 0, b: 0, alpha: 0 };
  await sharp({ create: { width: 1000, height: 500, channels: 4, background: clear } })
    .composite([{ input: mark, left: 120, top: 300 }])
    .webp({ lossless: true })
    .toFile(logo);
  const greenAt = async (file: Buffer, left: number) => {
    writeFileSync(join(folder, "look.jpg"), file);
    const part = { left, top: CARD.height - 64, width: 1, height: 1 };
    const [red = 255, green = 0] = await sharp(join(folder, "look.jpg")).extract(part).raw().toBuffer();
    return green - red > 40;
  };
  const english = (await drawn(orderFor("en", "Rain", { logo }))).file;
  expect([await greenAt(english, 90), await greenAt(english, 480)]).toEqual([true, true]);
  expect(await greenAt(english, 1_100)).toBe(false);
  const arabic = (await drawn(orderFor("ar", "مطر", { logo }))).file;
  expect([await greenAt(arabic, 1_100), await greenAt(arabic, 90)]).toEqual([true, false]);
});

test("a picture's card shows the picture around its focal point, with what its file says of whose it is", async () => {
  const { default: sharp } = await import("sharp");
  const file = join(folder, "tall.jpg");
  const half = (background: string) =>
    sharp({ create: { width: 800, height: 600, channels: 3, background } })
      .raw()
      .toBuffer();
  const xmp = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><!-- Aram Karim --></x:xmpmeta>';
  await sharp(Buffer.concat([await half("#20a040"), await half("#c02020")]), {
    raw: { width: 800, height: 1200, channels: 3 },
  })
    .withXmp(xmp)
    .jpeg()
    .toFile(file);
  const top = await drawn(orderFor("en", "x", { file, focal: { x: 0.5, y: 0.1 }, credit: "Aram Karim" }));
  const foot = await drawn(orderFor("en", "x", { file, focal: { x: 0.5, y: 0.9 }, credit: "Aram Karim" }));
  const colourAt = async (bytes: Buffer) => {
    writeFileSync(join(folder, "look.jpg"), bytes);
    const part = { left: 600, top: 100, width: 1, height: 1 };
    return [...(await sharp(join(folder, "look.jpg")).extract(part).raw().toBuffer())];
  };
  const [green, red] = [await colourAt(top.file), await colourAt(foot.file)];
  expect(green[1]).toBeGreaterThan(120);
  expect(red[0]).toBeGreaterThan(150);
  expect(top.file.toString("latin1")).toContain("Aram Karim");
  expect(top.bytes).toBeLessThanOrEqual(CARD.mostBytes);
});

test("its letters are ours: without our typefaces nothing of it is drawn", async () => {
  const { spawnSync } = await import("node:child_process");
  const none = join(folder, "none");
  mkdirSync(none, { recursive: true });
  writeFileSync(join(none, "fonts.conf"), `<fontconfig><dir>${none}</dir></fontconfig>`);
  const script = `import sharp from "sharp"; const { data } = await sharp({ text: { text: "Bread نان", font: "Inter 60", dpi: 72 } }).raw().toBuffer({ resolveWithObject: true }); process.stdout.write(String(data.reduce((sum, each) => sum + each, 0)));`;
  const inkWith = (settings: string) =>
    spawnSync(process.execPath, ["--input-type=module", "-e", script], {
      env: { NODE_ENV: "test", FONTCONFIG_FILE: settings },
      encoding: "utf8",
    }).stdout;
  expect(inkWith(join(none, "fonts.conf"))).not.toBe(inkWith(fontSettings));
});
