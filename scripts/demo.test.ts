import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect } from "vitest";
import { databaseOn, openPool } from "#db/client.ts";
import { hashOfEverything } from "#domain/testing/people.ts";
import { test } from "#domain/testing/test.ts";
import { findAccount } from "#domain/users/find-account.ts";
import { passwordMatches } from "#domain/users/password.ts";

const command = fileURLToPath(new URL("demo.ts", import.meta.url));
const dataDir = mkdtempSync(join(tmpdir(), "dateline-demo-"));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

type Answer = { status: number; said: string; complained: string };

/** The command as somebody types it, on this database. */
function runDemo(databaseUrl: string, more: Record<string, string> = {}): Promise<Answer> {
  const own = { PATH: process.env.PATH, DATA_DIR: dataDir, DATABASE_URL: databaseUrl, ...more };
  const env: NodeJS.ProcessEnv = { NODE_ENV: "production", ...own };
  return new Promise((resolve) => {
    execFile(process.execPath, [command], { env }, (error, said, complained) => {
      resolve({ status: error ? Number(error.code) : 0, said, complained });
    });
  });
}

test("the command opens a newsroom where there was none, and prints a password that works, once", async ({
  emptyUrl,
}) => {
  const { status, said } = await runDemo(emptyUrl);

  expect(status).toBe(0);
  expect(said).toContain("editor@demo.test");
  const password = /Password: (\S+) \(shown only now\)/.exec(said)?.[1] ?? "";
  const pool = openPool({ url: emptyUrl, max: 2, name: "test" });
  try {
    const db = databaseOn(pool);
    const account = await findAccount(db, "editor@demo.test", "the test");
    expect(await passwordMatches(account.passwordHash, password)).toBe(true);
    const before = await hashOfEverything(db);

    const again = await runDemo(emptyUrl);

    expect(again.status).toBe(1);
    expect(again.complained).toContain("There are stories here already.");
    expect(again.said).toBe("");
    expect(await hashOfEverything(db)).toBe(before);
  } finally {
    await pool.end();
  }
});

test("a password that was given is used and not repeated", async ({ emptyUrl }) => {
  const { status, said } = await runDemo(emptyUrl, { DEMO_PASSWORD: "walnuts-in-october" });

  expect(status).toBe(0);
  expect(said).toContain("the one in DEMO_PASSWORD");
  expect(said).not.toContain("walnuts");
});
