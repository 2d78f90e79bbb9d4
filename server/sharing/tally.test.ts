import { describe, expect, test } from "vitest";
import type { Shares } from "#domain/sharing/add-shares.ts";
import { countShare } from "./count-share.ts";
import { Tally } from "./tally.ts";

function aTally(write: (counted: readonly Shares[]) => Promise<void> = async () => {}) {
  const written: Shares[][] = [];
  let at = 0;
  const tally = new Tally(
    async (counted) => {
      written.push([...counted]);
      await write(counted);
    },
    { delayMs: 1, now: () => at },
  );
  const pass = (milliseconds: number) => {
    at += milliseconds;
  };
  return { tally, written, pass };
}
const press = { storyNumber: 12, channel: "whatsapp", address: "192.0.2.7" } as const;

describe("presses of “share”", () => {
  test("are written down together, once for each story and way", async () => {
    const { tally, written } = aTally();
    for (const address of ["192.0.2.1", "192.0.2.2", "192.0.2.3"]) tally.press({ ...press, address });
    tally.press({ ...press, channel: "x" });
    await tally.settled();
    expect(written).toEqual([
      [
        { storyNumber: 12, channel: "whatsapp", shares: 3 },
        { storyNumber: 12, channel: "x", shares: 1 },
      ],
    ]);
    expect(JSON.stringify(written)).not.toContain("192.0.2");
  });

  test("of one thing by one address count five times a minute, and again in the next", () => {
    const { tally, pass } = aTally();
    const counted = () => Array.from({ length: 9 }, () => tally.press(press)).filter(Boolean).length;
    expect(counted()).toBe(5);
    pass(60_000);
    expect(counted()).toBe(5);
  });

  test("by one address count sixty times a minute, however many stories there are", () => {
    const { tally } = aTally();
    const presses = Array.from({ length: 100 }, (_, storyNumber) => tally.press({ ...press, storyNumber }));
    expect(presses.filter(Boolean)).toHaveLength(60);
    expect(tally.press({ ...press, address: "192.0.2.8" })).toBe(true);
  });

  test("take bounded room, whatever is sent", () => {
    const { tally } = aTally();
    let counted = 0;
    for (let each = 0; each < 12_000; each++) {
      if (tally.press({ ...press, storyNumber: each, address: `10.0.${each >> 8}.${each & 255}` })) counted++;
    }
    expect(counted).toBe(5_000);
  });

  test("go on being counted after the database was away", async () => {
    const failed = aTally(async () => {
      throw new Error("no database");
    });
    failed.tally.press(press);
    await failed.tally.settled();
    expect(failed.tally.press(press)).toBe(true);
    await failed.tally.settled();
    expect(failed.written).toHaveLength(2);
  });
});

describe("the address that counts", () => {
  const asked = (headers: Record<string, string>, number = "12", channel = "whatsapp") => {
    const { tally, written } = aTally();
    const request = new Request("http://news.test/api/share/12/whatsapp", { method: "POST", headers });
    const answer = countShare(request, number, channel, tally);
    return tally.settled().then(() => ({ status: answer.status, counted: written.flat().length }));
  };
  const own = { "sec-fetch-site": "same-origin" };

  test("answers the same whatever it is told, and sets nothing", async () => {
    expect(await asked(own)).toEqual({ status: 204, counted: 1 });
    for (const [number, channel] of [
      ["0", "x"],
      ["12-a", "x"],
      ["12", "toString"],
      ["12", "nowhere"],
    ]) {
      expect(await asked(own, number, channel), `${number} ${channel}`).toEqual({ status: 204, counted: 0 });
    }
  });

  test("counts nothing for another site's page", async () => {
    expect((await asked({ "sec-fetch-site": "cross-site" })).counted).toBe(0);
    expect((await asked({ origin: "https://evil.test", host: "news.test" })).counted).toBe(0);
    expect((await asked({})).counted).toBe(0);
    expect((await asked({ origin: "http://news.test", host: "news.test" })).counted).toBe(1);
  });
});
