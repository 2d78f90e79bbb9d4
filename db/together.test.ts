import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { test } from "#domain/testing/test.ts";
import type { Database } from "./client.ts";
import { together } from "./together.ts";

const connectionOf = async (db: Database) => {
  const { rows } = await db.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
  return rows[0]?.pid;
};

test("in a transaction reads are asked one after the other, and answer in their order", async ({ scene }) => {
  const answers = await scene.db.transaction((tx) =>
    together(tx, [() => connectionOf(tx), () => "no question", () => connectionOf(tx)]),
  );
  expect(answers).toEqual([answers[0], "no question", answers[0]]);
});

test("on a pool they are asked at once", async ({ scene }) => {
  const { db } = scene;
  const [first, second] = await together(db, [() => connectionOf(db), () => connectionOf(db)]);
  expect(first).not.toBe(second);
});

test("a transaction that is asked two things at once is an error in every test", async ({ scene }) => {
  const both = scene.db.transaction((tx) => Promise.all([connectionOf(tx), connectionOf(tx)]));
  await expect(both).rejects.toThrow();
});
