import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { databaseNamed } from "#domain/testing/setup.ts";
import { migrate } from "./migrate.ts";

let url: string;
let client: pg.Client;

beforeEach(async () => {
  const name = `bare_${randomBytes(6).toString("hex")}`;
  client = new pg.Client({ connectionString: inject("databaseUrl") });
  await client.connect();
  await client.query(`create database ${name}`);
  url = databaseNamed(inject("databaseUrl"), name);
});

afterEach(async () => {
  await client.query(`drop database ${new URL(url).pathname.slice(1)} with (force)`);
  await client.end();
});

async function query(text: string): Promise<Record<string, unknown>[]> {
  const own = new pg.Client({ connectionString: url });
  await own.connect();
  return own
    .query(text)
    .then(({ rows }) => rows)
    .finally(() => own.end());
}

describe("a database and its migrations", () => {
  it("is migrated by one of five starts at once, and fails none", async () => {
    const runs = await Promise.all(Array.from({ length: 5 }, () => migrate(url)));
    expect(runs.filter(({ applied }) => applied.length > 0)).toHaveLength(1);
    const [row] = await query(
      "select count(*)::int as n, count(distinct created_at)::int as kinds from drizzle.__drizzle_migrations",
    );
    expect(row?.n).toBe(row?.kinds);
  });

  it("is refused untouched when a newer build has written it", async () => {
    await migrate(url);
    await query(
      "insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 32503680000000)",
    );
    const called: string[] = [];
    const older = migrate(url, { beforeChange: async () => void called.push("backup") });
    await expect(older).rejects.toThrow(/written by a newer Dateline/);
    expect(called).toEqual([]);
  });

  it("is backed up before a change, but not when it is new and not when there is nothing to do", async () => {
    const called: (readonly string[])[] = [];
    const beforeChange = async (pending: readonly string[]) => void called.push(pending);
    await migrate(url, { beforeChange, upTo: 0 });
    const { applied } = await migrate(url, { beforeChange });
    await migrate(url, { beforeChange });
    expect(applied.length).toBeGreaterThan(2);
    expect(called).toEqual([]);
  });

  it("stays as it was when the backup before the change fails", async () => {
    await migrate(url);
    await query(
      "delete from drizzle.__drizzle_migrations where id = (select max(id) from drizzle.__drizzle_migrations)",
    );
    const full = () => Promise.reject(new Error("the disk is full"));
    await expect(migrate(url, { beforeChange: full })).rejects.toThrow("the disk is full");
    const { applied } = await migrate(url, { beforeChange: full }).catch(() => ({ applied: [] }));
    expect(applied).toEqual([]);
  });

  it("lets readers select the views of their schema and nothing else", async () => {
    await migrate(url);
    const reader = new pg.Client({ connectionString: url, options: "-c role=dateline_reader" });
    await reader.connect();
    await expect(reader.query("select * from reader.stories")).resolves.toBeTruthy();
    for (const table of ["stories", "revisions", "people", "publications", "outbox"]) {
      await expect(reader.query(`select 1 from public.${table}`)).rejects.toThrow(/permission denied/);
    }
    await reader.end();
  });
});
