/** A story page printed for every request, with the front left out: CPU of web and of the database. */
import { request } from "node:http";
import { SECRET_HEADER } from "#server/internal.ts";
import { findDatabaseServer } from "../scripts/trial/newsroom.ts";
import { type Figure, round } from "./figure.ts";
import { cpuMsOf, familyCpuMs } from "./processes.ts";
import type { Stage } from "./stage.ts";

const WARM_UP = 100;
const REQUESTS = 500;

export async function benchUncached(stage: Stage): Promise<Figure[]> {
  const page = await costOf(stage, stage.storyPath);
  // The same way through Next with nothing to print: what the framework and HTTP cost by themselves.
  const bare = await costOf(stage, "/robots.txt");
  const whole = page.web + page.database;
  const parts = `web ${round(page.web)}, of it Next and HTTP ${round(bare.web)}, database ${round(page.database)}`;
  return [
    {
      what: `uncached story page, front left out, CPU per request (${parts})`,
      reached: `${round(whole)} ms`,
      must: "≤ 8 ms",
      met: whole <= 8,
      ofLimit: whole / 8,
      samples: REQUESTS,
      values: { web: page.web, database: page.database, nextAndHttp: bare.web, wallMs: page.wall },
    },
  ];
}

async function costOf({ newsroom, internalSecret }: Stage, path: string) {
  const { webAddress } = newsroom.run();
  const web = newsroom.pidOf("web");
  const database = findDatabaseServer(newsroom.run());
  if (web === null || database === null) throw new Error("web or the database isn't running");
  const ask = () => askWeb({ ...webAddress, path, secret: internalSecret });
  for (let count = 0; count < WARM_UP; count += 1) await ask();
  const before = { web: cpuMsOf(web), database: familyCpuMs(database), wall: performance.now() };
  for (let count = 0; count < REQUESTS; count += 1) await ask();
  return {
    web: (cpuMsOf(web) - before.web) / REQUESTS,
    database: (familyCpuMs(database) - before.database) / REQUESTS,
    wall: (performance.now() - before.wall) / REQUESTS,
  };
}

function askWeb({
  host,
  port,
  path,
  secret,
}: {
  host: string;
  port: number;
  path: string;
  secret: string;
}): Promise<void> {
  return new Promise((resolve, reject) => {
    request({ host, port, path, headers: { [SECRET_HEADER]: secret } }, (answer) => {
      answer.resume();
      answer.on("end", () =>
        answer.statusCode === 200 ? resolve() : reject(new Error(`${path} answered ${answer.statusCode}`)),
      );
    })
      .on("error", reject)
      .end();
  });
}
