import { readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { afterEach, describe, expect } from "vitest";
import { WebSocket } from "ws";
import { revisions, stories } from "#db/schema.ts";
import { storyRooms } from "#db/schema-rooms.ts";
import { doc, p } from "#domain/testing/doc.ts";
import type { CollabAlone } from "../../scripts/trial/collab.ts";
import { bread, enter, everybodyLeaves, test } from "../../scripts/trial/rooms.ts";

afterEach(everybodyLeaves);

describe("the process for live connections", () => {
  test("lets nobody into a room that it can't read, and stores no empty one over it", async ({
    scene,
    collab,
  }) => {
    const { rawa } = scene.newsroom;
    const { storyId } = await bread(scene);
    const first = await enter(collab, rawa, storyId);
    await first.synced();
    first.leave();
    const [{ state } = { state: new Uint8Array() }] = await scene.db
      .select()
      .from(storyRooms)
      .where(eq(storyRooms.storyId, storyId));
    await collab.end();
    await scene.db
      .update(storyRooms)
      .set({ state: new Uint8Array([1, 2, 3]) })
      .where(eq(storyRooms.storyId, storyId));
    await collab.begin();
    const client = await enter(collab, rawa, storyId);
    await client.until(() => client.refusedBecause === "unavailable");
    client.leave();
    await scene.db.update(storyRooms).set({ state }).where(eq(storyRooms.storyId, storyId));
    const again = await enter(collab, rawa, storyId);
    await again.synced();
    expect(again.words()).toEqual(["Bread", "From Monday."]);
  });

  test("ends politely with the last revision written", async ({ scene, collab }) => {
    const { rawa } = scene.newsroom;
    const { storyId } = await bread(scene);
    const hers = await enter(collab, rawa, storyId);
    await hers.synced();
    hers.type(" rises");
    await hers.saved();
    expect(await collab.end()).toBe(0);
    const [head] = await scene.db
      .select({ document: revisions.document })
      .from(stories)
      .innerJoin(revisions, eq(revisions.id, stories.headRevisionId))
      .where(eq(stories.id, storyId));
    expect(head?.document).toEqual(doc(p("Bread rises"), p("From Monday.")));
    hers.leave();
    await collab.begin();
  });

  test("owes no revision after a kill: it is written at the next start, though nobody enters", async ({
    scene,
    collab,
  }) => {
    const { storyId } = await bread(scene);
    const hers = await enter(collab, scene.newsroom.rawa, storyId);
    await hers.synced();
    hers.type(" rises");
    await hers.saved();
    hers.die();
    await collab.end("SIGKILL");
    await collab.begin();
    const head = async () => {
      const [row] = await scene.db
        .select({ document: revisions.document, authorId: revisions.authorId })
        .from(stories)
        .innerJoin(revisions, eq(revisions.id, stories.headRevisionId))
        .where(eq(stories.id, storyId));
      return row;
    };
    await expect.poll(head, { timeout: 10_000 }).toEqual({
      document: doc(p("Bread rises"), p("From Monday.")),
      authorId: scene.newsroom.rawa.personId,
    });
  });

  test("survives 10,000 random frames and 200 sockets that never say who they are", async ({
    scene,
    collab,
  }) => {
    const { rawa } = scene.newsroom;
    const { storyId } = await bread(scene);
    const door = await collab.doorOf(rawa);
    const before = residentMb(collab);
    const knocks = Array.from({ length: 200 }, () => knock(door));
    const opened = await Promise.all(knocks);
    const open = opened.filter((socket) => socket !== null);
    expect(open.length).toBeGreaterThan(0);
    expect(open.length).toBeLessThan(200);
    for (const [at, socket] of open.entries())
      for (let n = 0; n < 40; n += 1) socket.send(frame(at, n, storyId));
    let sent = open.length * 40;
    while (sent < 10_000) {
      const socket = await knock(door);
      if (!socket) continue;
      for (let n = 0; n < 400; n += 1) socket.send(frame(sent, n, storyId));
      sent += 400;
      socket.close();
      await new Promise((resolve) => socket.once("close", resolve));
    }
    for (const socket of open) socket.terminate();
    const client = await enter(collab, scene.newsroom.dilan, storyId);
    await client.synced();
    expect(client.words()).toEqual(["Bread", "From Monday."]);
    expect(residentMb(collab) - before).toBeLessThan(100);
  });
});

function knock({
  url,
  origin,
  cookie,
  headers,
}: Awaited<ReturnType<CollabAlone["doorOf"]>>): Promise<WebSocket | null> {
  return new Promise((resolve) => {
    const socket = new WebSocket(url, {
      headers: { ...headers, origin, cookie: `dateline-session=${cookie}` },
    });
    socket.on("open", () => resolve(socket));
    socket.on("error", () => resolve(null));
  });
}

/** Half of them begin as a frame of ours would: the story's name, then anything. */
function frame(seed: number, n: number, storyId: string): Uint8Array {
  const noise = Uint8Array.from(
    { length: 200 + ((seed * 31 + n * 17) % 2000) },
    (_, at) => (seed * 7 + n * 13 + at * 29) % 256,
  );
  if (n % 2 === 0) return noise;
  return Buffer.concat([Buffer.from([storyId.length]), Buffer.from(storyId), noise]);
}

function residentMb({ child }: CollabAlone): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child?.pid}/status`, "utf8"))?.[1]) / 1024;
}
