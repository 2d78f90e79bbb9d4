import { describe, expect, it } from "vitest";
import { test } from "#domain/testing/test.ts";
import { type Attempt, signInLimitsOn, sourceOf } from "./sign-in-limits.ts";

const attempt = (email: string, source: string, isKnownSource = false): Attempt => ({
  email,
  source,
  isKnownSource,
});

describe("how often somebody may try a password", () => {
  test("of ten thousand guesses from one place five are looked at, however the address is written", async ({
    scene,
  }) => {
    const limits = signInLimitsOn(scene.db);
    let looked = 0;
    for (let guess = 0; guess < 300; guess += 1) {
      const email = guess % 2 ? "Rawa@zagros.test" : "rAWA@ZAGROS.test";
      looked += await limits.take(attempt(email, "203.0.113.5")).then(
        () => 1,
        () => 0,
      );
    }
    expect(looked).toBe(5);
    await expect(limits.take(attempt("rawa@zagros.test", "203.0.113.5"))).rejects.toMatchObject({
      kind: "unavailable",
      message: expect.stringMatching(/^Too many tries. Wait 1[45] minutes/),
    });
    await limits.take(attempt("rawa@zagros.test", "198.51.100.1"));
  });

  test("guesses at once from everywhere reach the password twenty times at most, and the owner gets in", async ({
    scene,
  }) => {
    const limits = signInLimitsOn(scene.db);
    const email = "dilan@zagros.test";
    const swarm = Array.from({ length: 120 }, (_, n) => limits.take(attempt(email, `198.51.100.${n}`)));
    const looked = (await Promise.allSettled(swarm)).filter(({ status }) => status === "fulfilled");
    expect(looked).toHaveLength(10);
    await limits.take(attempt(email, "192.0.2.1", true));
    for (let n = 0; n < 9; n += 1) await limits.take(attempt(email, `192.0.2.${n}`, true));
    await expect(limits.take(attempt(email, "192.0.2.99", true))).rejects.toMatchObject({
      kind: "unavailable",
    });
  });

  test("one place tries a hundred times over all accounts", async ({ scene }) => {
    const limits = signInLimitsOn(scene.db);
    const tries = Array.from({ length: 150 }, (_, n) =>
      limits.take(attempt(`p${n}@zagros.test`, "203.0.113.77")),
    );
    const looked = (await Promise.allSettled(tries)).filter(({ status }) => status === "fulfilled");
    expect(looked).toHaveLength(100);
  });

  test("right passwords cost nothing: forty sign-ins in a row all work", async ({ scene }) => {
    const limits = signInLimitsOn(scene.db);
    for (let n = 0; n < 40; n += 1) {
      const giveBack = await limits.take(attempt("hana@zagros.test", "203.0.113.8"));
      await giveBack();
    }
  });

  it.each([
    ["203.0.113.5", "203.0.113.5"],
    [" 203.0.113.5 ", "203.0.113.5"],
    ["::ffff:203.0.113.5", "203.0.113.5"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["203.0.113.5, 10.0.0.1", "unknown"],
    ["", "unknown"],
    ["localhost", "unknown"],
  ])("a place is an IPv4 address or an IPv6 household: %s", (forwardedFor, source) => {
    expect(sourceOf(forwardedFor)).toBe(source);
  });
});
