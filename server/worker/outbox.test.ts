import pg from "pg";
import { afterEach, beforeEach, describe, expect } from "vitest";
import { outbox } from "#db/schema.ts";
import { test } from "#domain/testing/test.ts";
import { handOver, type Sender } from "./outbox.ts";

const NAMES = ["mail"];
let clients: pg.Client[] = [];

beforeEach(() => {
  clients = [];
});
afterEach(() => Promise.all(clients.map((client) => client.end())));

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  clients.push(client);
  return client;
}

/** The other side of the seam: a queue that is a table, written in the same transaction. */
function tableQueue(): Sender {
  return {
    send: async (name, payload, id, executeSql) => {
      await executeSql("insert into queued (id, name, payload) values ($1, $2, $3)", [id, name, payload]);
    },
    wake: () => {},
  };
}

describe("an order in the outbox", () => {
  test("is queued exactly once, however many workers look at the same moment", async ({ scene }) => {
    const one = await connect(scene.url);
    await one.query("create table queued (id uuid, name text, payload jsonb)");
    const letters = Array.from({ length: 120 }, (_, at) => ({
      job: "mail",
      payload: { to: `${at}@zagros.test` },
    }));
    await scene.db.insert(outbox).values(letters);
    const workers = [one, await connect(scene.url), await connect(scene.url)];
    const drained = workers.map(async (client) => {
      while ((await handOver(client, tableQueue(), NAMES)) > 0);
    });
    await Promise.all(drained);
    const { rows } = await one.query(
      "select count(*)::int as all, count(distinct id)::int as kinds from queued",
    );
    expect(rows[0]).toEqual({ all: 120, kinds: 120 });
  });

  test("stays when the queue fails, and is blanked when it was handed over", async ({ scene }) => {
    const client = await connect(scene.url);
    await scene.db
      .insert(outbox)
      .values({ job: "mail", payload: { to: "shno@zagros.test", text: "a link" } });
    const broken: Sender = {
      send: () => Promise.reject(new Error("the queue is closed")),
      wake: () => {},
    };
    await expect(handOver(client, broken, NAMES)).rejects.toThrow("the queue is closed");
    const waiting = "select payload from outbox where handed_over_at is null";
    expect((await client.query(waiting)).rows).toHaveLength(1);
    await handOver(client, tableQueue(), NAMES);
    expect((await client.query(waiting)).rows).toHaveLength(0);
    expect(
      (await client.query("select 1 from outbox where payload::text like '%a link%'")).rows,
    ).toHaveLength(0);
  });

  test("of a job that this build doesn't know waits for one that does", async ({ scene }) => {
    const client = await connect(scene.url);
    await scene.db.insert(outbox).values({ job: "fax", payload: {} });
    expect(await handOver(client, tableQueue(), NAMES)).toBe(0);
    expect(
      (await client.query("select handed_over_at from outbox where job = 'fax'")).rows[0].handed_over_at,
    ).toBeNull();
  });
});
