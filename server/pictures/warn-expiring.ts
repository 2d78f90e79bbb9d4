import { databaseOn, openPool } from "#db/client.ts";
import { getOutlet } from "#domain/outlet/find-outlet.ts";
import { type ExpiringPicture, warnOfExpiring } from "#domain/pictures/warn-of-expiring.ts";
import { longDate } from "#domain/time.ts";
import type { JobRun } from "../jobs.ts";

/** Letters about pictures that readers see and that may not be printed much longer, or not any more. */
export async function warnExpiring({ settings, now }: JobRun) {
  const pool = openPool({ url: settings.databaseUrl, max: 1, name: "expiring pictures" });
  try {
    const ctx = { db: databaseOn(pool), actor: { kind: "system", name: "The picture desk" }, now } as const;
    const { timeZone } = (await getOutlet(ctx)).settings;
    return await warnOfExpiring(ctx, (to, list) => letter(to, list, settings.baseUrl, timeZone));
  } finally {
    await pool.end();
  }
}

function letter(to: string, list: readonly ExpiringPicture[], origin: string, timeZone: string) {
  const over = list.filter(({ isOver }) => isOver);
  const soon = list.filter(({ isOver }) => !isOver);
  // A right ends with a day: its last moment belongs to the day before.
  const day = (at: Date) => longDate(new Date(at.getTime() - 1), { timeZone, language: "en" });
  const lines = (some: readonly ExpiringPicture[]) =>
    some.map(({ id, name, validUntil }) =>
      [`- ${name}`, `  until ${day(validUntil)}`, `  ${origin}/desk/pictures?picture=${id}`].join("\n"),
    );
  const text = [
    ...(over.length === 0
      ? []
      : ["Before readers, and the right to print it has ended:", "", ...lines(over), ""]),
    ...(soon.length === 0
      ? []
      : ["Before readers, and the right ends within a week:", "", ...lines(soon), ""]),
    "Pull a picture on the picture desk, put another in its place, or write down how long it may be used.",
  ].join("\n");
  const subject =
    over.length > 0
      ? `Pictures may not be printed any more: ${over.length}`
      : `Pictures expire this week: ${soon.length}`;
  return { to, subject, text };
}
