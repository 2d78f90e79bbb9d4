/** Where a reader's browser says that somebody pressed a way of sharing. It is told nothing back. */
import { addShares } from "#domain/sharing/add-shares.ts";
import { shortNumberIn } from "#domain/site.ts";
import { SHARE_CHANNELS } from "#domain/vocabulary.ts";
import { deskDatabase } from "../pools.ts";
import { Tally } from "./tally.ts";

/** One for the process: Next compiles each of its entries by itself. */
const holder = globalThis as typeof globalThis & { datelineShares?: Tally };

function tally(): Tally {
  holder.datelineShares ??= new Tally((counted) =>
    addShares(
      { db: deskDatabase(), actor: { kind: "system", name: "Share counts" }, now: new Date() },
      counted,
    ),
  );
  return holder.datelineShares;
}

export function countShare(request: Request, number: string, name: string, counts = tally()): Response {
  const storyNumber = shortNumberIn(number);
  const channel = SHARE_CHANNELS.find((each) => each === name);
  // The front has put it there, from the socket or from a proxy that it trusts.
  const address = request.headers.get("x-forwarded-for") ?? "";
  if (storyNumber !== null && channel !== undefined && isFromHere(request)) {
    counts.press({ storyNumber, channel, address });
  }
  return new Response(null, { status: 204, headers: { "cache-control": "no-store" } });
}

/** Another site's page can't press for its readers. */
function isFromHere({ headers }: Request): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const origin = headers.get("origin");
  const host = headers.get("x-forwarded-host") ?? headers.get("host");
  return origin !== null && URL.canParse(origin) && new URL(origin).host === host;
}
