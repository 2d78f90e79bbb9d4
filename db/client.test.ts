import { expect } from "vitest";
import { test } from "#domain/testing/test.ts";
import { databaseOn, openPool } from "./client.ts";

test("a pool that plans once never plans a prepared question for single values", async ({ scene }) => {
  const planned = async (more: { plans?: "once" }) => {
    const pool = openPool({ url: scene.url, max: 1, name: "test", ...more });
    try {
      const ask = () => pool.query({ name: "a", text: "select $1::int as n", values: [1] });
      for (let count = 0; count < 3; count += 1) await ask();
      const sql = "select generic_plans::int as once, custom_plans::int as anew from pg_prepared_statements";
      return (await pool.query(sql)).rows;
    } finally {
      await pool.end();
    }
  };
  expect(await planned({ plans: "once" })).toEqual([{ once: 3, anew: 0 }]);
  expect(await planned({})).toEqual([{ once: 0, anew: 3 }]);
});

test("a transaction that could not begin gives its connection back", async ({ emptyUrl }) => {
  const pool = openPool({ url: emptyUrl, max: 1, name: "test" });
  try {
    const never = async () => "never";
    const impossible = { isolationLevel: "whenever" as "serializable" };
    await expect(databaseOn(pool).transaction(never, impossible)).rejects.toThrow();
    expect(await databaseOn(pool).transaction(async () => "done")).toBe("done");
  } finally {
    await pool.end();
  }
});
