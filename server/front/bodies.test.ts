import { connect, type Socket } from "node:net";
import { expect } from "vitest";
import { test } from "#domain/testing/test.ts";
import { BODY_LIMITS, type BodyLimits } from "./bodies.ts";
import { ask, until } from "./testing/ask.ts";
import { openFront } from "./testing/open-front.ts";

/** Opens a POST to the desk, promises more than it sends, and gives back what it is told. */
function slowPost(port: number): { socket: Socket; told: () => string; isOver: () => boolean } {
  const head = "POST /desk HTTP/1.1\r\nhost: paper.test\r\ncontent-length: 1000000\r\n\r\n";
  const socket = connect(port, "127.0.0.1", () => socket.write(`${head}drop`));
  let text = "";
  let over = false;
  socket.on("data", (part) => {
    text += String(part);
  });
  socket.on("error", () => {});
  socket.on("close", () => {
    over = true;
  });
  return { socket, told: () => text, isOver: () => over };
}

/** As the newsroom's own, in a hurry. */
const QUICK: BodyLimits = { ...BODY_LIMITS, windowMs: 150, windowBytes: 100 };
const limits = (more: Partial<BodyLimits>): BodyLimits => ({ ...BODY_LIMITS, ...more });

test("three hundred slow posts from one address hold up nobody who asks for the desk", async ({ scene }) => {
  const paper = await openFront(scene.url, scene.db);
  let arriving = 0;
  paper.web.answers.set("/desk", (req, res) => {
    if (req.method !== "POST") return void res.end("the desk");
    arriving++;
    req.resume();
  });
  const posts = Array.from({ length: 300 }, () => slowPost(paper.port));
  const refused = () => posts.filter(({ told }) => told().startsWith("HTTP/1.1 429")).length;
  await until(() => arriving === BODY_LIMITS.each && refused() === posts.length - BODY_LIMITS.each);
  expect(await ask(paper.port, "/desk")).toMatchObject({ status: 200, text: "the desk" });
  for (const { socket } of posts) socket.destroy();
  // Their places are free again.
  paper.web.answers.set("/desk", (_, res) => void res.end("saved"));
  await until(async () => (await ask(paper.port, "/desk", { method: "POST", body: "x" })).text === "saved");
  await paper.close();
});

test("however many addresses send, requests without a body keep connections to web", async ({ scene }) => {
  const paper = await openFront(scene.url, scene.db, { bodyLimits: limits({ each: 3, all: 2 }) });
  paper.web.answers.set("/desk", (req, res) => {
    if (req.method !== "POST") res.end("the desk");
    else req.resume();
  });
  const posts = Array.from({ length: 3 }, () => slowPost(paper.port));
  await until(() => posts.some(({ told }) => told().startsWith("HTTP/1.1 503")));
  expect((await ask(paper.port, "/desk")).text).toBe("the desk");
  for (const { socket } of posts) socket.destroy();
  await paper.close();
});

test("a body that stands still is ended, and one that moves isn't", async ({ scene }) => {
  const paper = await openFront(scene.url, scene.db, { bodyLimits: QUICK });
  paper.web.answers.set("/desk", (req, res) => {
    req.resume();
    req.on("end", () => res.end("whole"));
  });
  const moving = connect(paper.port, "127.0.0.1");
  let told = "";
  moving.on("data", (part) => {
    told += String(part);
  });
  moving.write("POST /desk HTTP/1.1\r\nhost: paper.test\r\ntransfer-encoding: chunked\r\n\r\n");
  const still = slowPost(paper.port);
  await until(() => {
    moving.write(`80\r\n${"p".repeat(128)}\r\n`);
    return still.isOver();
  });
  expect(still.told()).toMatch(/^HTTP\/1\.1 408/);
  moving.write("0\r\n\r\n");
  await until(() => told.includes("whole"));
  moving.destroy();
  await paper.close();
});

test("a body that waits for web isn't its sender's fault", async ({ scene }) => {
  const paper = await openFront(scene.url, scene.db, { bodyLimits: QUICK });
  const BYTES = 32 * 1024 * 1024;
  let goOn = () => {};
  let received = 0;
  paper.web.answers.set("/api/media", (req, res) => {
    goOn = () => {
      req.on("data", (part: Buffer) => {
        received += part.length;
      });
      req.on("end", () => res.end("whole"));
    };
  });
  paper.web.answers.set("/desk", (req) => void req.resume());
  const upload = ask(paper.port, "/api/media", { method: "PUT", body: "p".repeat(BYTES) });
  // As long as it takes to give up three others, one after the other.
  for (let count = 0; count < 3; count++) {
    const still = slowPost(paper.port);
    await until(still.isOver);
  }
  goOn();
  expect((await upload).text).toBe("whole");
  expect(received).toBe(BYTES);
  await paper.close();
});
