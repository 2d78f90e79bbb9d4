/** An open story in a cold browser: what it loads before one can type, and when the caret is there. */
import { type Browser, chromium } from "@playwright/test";
import { aStory } from "#domain/testing/a-story.ts";
import { doc, p } from "#domain/testing/doc.ts";
import { findChromium } from "../e2e/find-chromium.ts";
import { SESSION_COOKIE } from "../scripts/trial/staff.ts";
import { type Figure, median, ms } from "./figure.ts";
import type { Stage } from "./stage.ts";

const RUNS = 7;
const PARAGRAPHS = 100;
const WORDS = 50;
const MOST_SCRIPT_BYTES = 350_000;
const MOST_CARET_MS = 1_200;

export async function benchEditor(stage: Stage): Promise<Figure[]> {
  const { path, libraries } = await findChromium();
  const env = libraries ? { ...process.env, LD_LIBRARY_PATH: libraries } : process.env;
  const browser = await chromium.launch({
    executablePath: path,
    args: ["--no-sandbox", "--disable-gpu"],
    env: env as Record<string, string>,
  });
  try {
    return await measure(stage, browser);
  } finally {
    await browser.close();
  }
}

async function measure(stage: Stage, browser: Browser): Promise<Figure[]> {
  const words = Array.from({ length: WORDS }, (_, at) => `word${at}`).join(" ");
  const text = doc(...Array.from({ length: PARAGRAPHS }, (_, at) => p(`${at} ${words}`)));
  const story = await aStory(stage, { by: stage.editor, document: text });
  const opened: { caret: number; bytes: number }[] = [];
  // The first one is the server's first as well, which no writer waits for twice.
  for (let run = 0; run <= RUNS; run += 1) opened.push(await openOnce(stage, browser, story.storyId));
  const [, ...cold] = opened;
  const bytes = median(cold.map((one) => one.bytes));
  const caret = median(cold.map((one) => one.caret));
  return [
    {
      what: "open story: script on the wire before the caret is usable, brotli",
      reached: `${(bytes / 1000).toFixed(1)} KB`,
      must: "≤ 350 KB",
      ofLimit: bytes / MOST_SCRIPT_BYTES,
      met: bytes <= MOST_SCRIPT_BYTES,
      samples: RUNS,
      values: { bytes },
    },
    {
      what: "open story of 5,000 words in a cold browser: caret usable",
      reached: ms(caret),
      must: "≤ 1,200 ms",
      ofLimit: caret / MOST_CARET_MS,
      met: caret <= MOST_CARET_MS,
      samples: RUNS,
      values: { caret: cold.map((one) => Math.round(one.caret)) },
    },
  ];
}

/** From the address to the first letter that stands in the text, and the script that had come by then. */
async function openOnce({ newsroom, cookie }: Stage, browser: Browser, storyId: string) {
  const context = await browser.newContext({ baseURL: newsroom.url });
  await context.addCookies([{ name: SESSION_COOKIE, value: cookie, url: newsroom.url, httpOnly: true }]);
  const page = await context.newPage();
  const wire = await context.newCDPSession(page);
  const scripts = new Set<string>();
  let bytes = 0;
  await wire.send("Network.enable");
  wire.on("Network.responseReceived", ({ requestId, type }) => {
    if (type === "Script") scripts.add(requestId);
  });
  wire.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  const began = performance.now();
  await page.goto(`/desk/stories/${storyId}`, { waitUntil: "commit" });
  const body = page.getByRole("textbox", { name: "Story body", exact: true });
  await body.and(page.locator("[contenteditable=true]")).waitFor();
  await body.focus();
  const caret = performance.now() - began;
  await context.close();
  return { caret, bytes };
}
