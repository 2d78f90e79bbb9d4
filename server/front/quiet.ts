/** What the front does each second besides answering: pages whose hour has come, and hard compression when it is quiet. */
import { compressHardest } from "./compress.ts";
import type { Edition } from "./edition.ts";
import type { Keep, Printer } from "./printer.ts";
import type { StaticFiles } from "./static-files.ts";

/** Fewer requests than this in the last second, and nothing being printed: quiet. */
const QUIET_REQUESTS = 50;
/** How long one quiet second may be spent on hard compression. */
const SPEND_MS = 500;
/** Web is asked again for pages that it couldn't print, a few at a time. */
const AGAIN_EACH_SECOND = 8;

export type QuietWork = {
  edition: Edition;
  files: StaticFiles;
  printer: Printer;
  keep: Keep;
  /** Requests since the start. */
  asked: () => number;
};

/** Starts the chores; the function that comes back ends them. */
export function workInQuietSeconds(work: QuietWork): () => void {
  let before = work.asked();
  let busy = false;
  let timer: NodeJS.Timeout;
  const waitASecond = () => {
    timer = setTimeout(doChores, 1_000);
    timer.unref();
  };
  const doChores = () => {
    waitASecond();
    const asked = work.asked() - before;
    before += asked;
    printWhatIsOld(work);
    if (busy || asked > QUIET_REQUESTS || work.edition.printing() > 0) return;
    busy = true;
    void compressSome(work).finally(() => {
      busy = false;
    });
  };
  waitASecond();
  return () => clearTimeout(timer);
}

/** Clock-bound pages that are over, and old ones whose print failed: so that the first reader sees the new one. */
function printWhatIsOld({ edition, printer }: QuietWork): void {
  const now = Date.now();
  const due = [];
  for (const page of edition.pages()) {
    if (page.staleAt <= now) edition.endsItsHour(page);
    if (page.old && page.weight > 0) due.push(page);
  }
  due.sort((a, b) => b.usedAt - a.usedAt);
  printer.again(due.slice(0, AGAIN_EACH_SECOND), performance.now());
}

async function compressSome({ edition, files, keep }: QuietWork): Promise<void> {
  const until = performance.now() + SPEND_MS;
  edition.tidy();
  for (const page of edition.pages()) {
    if (performance.now() > until) return;
    if (page.best || page.old || page.weight === 0) continue;
    const variant = await compressHardest(page);
    page.best = true;
    if (variant === null || page.over) continue;
    page.variants.br = variant;
    edition.weigh(page);
    keep(page);
  }
  while (performance.now() < until && (await files.improve()));
}
