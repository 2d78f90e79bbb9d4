import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { cpuMsOf, familyCpuMs } from "./processes.ts";

const BUSY_MS = 150;
const child = `while (process.cpuUsage().user < ${BUSY_MS * 1000});`;
const parent = `require("node:child_process").spawnSync(process.execPath, ["-e", ${JSON.stringify(child)}]);
  console.log("its child has ended"); setInterval(() => {}, 1000);`;

test("what a child has spent still counts for its family after it ended", async () => {
  const family = spawn(process.execPath, ["-e", parent], { stdio: ["ignore", "pipe", "inherit"] });
  try {
    await once(family.stdout, "data");
    const pid = family.pid ?? -1;
    expect(familyCpuMs(pid) - cpuMsOf(pid)).toBeGreaterThanOrEqual(BUSY_MS);
  } finally {
    family.kill();
  }
});
