import { spawn } from "node:child_process";
import { join } from "node:path";

export const root = join(import.meta.dirname, "../..");

export type Answer = { ok: boolean; output: string };

/** Runs one of the tools in node_modules/.bin and waits for what it has to say. */
export function runTool(name: string, args: readonly string[], cwd: string = root): Promise<Answer> {
  return new Promise((resolve) => {
    const child = spawn(join(root, "node_modules/.bin", name), args, {
      cwd,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const said: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => said.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => said.push(chunk));
    child.on("error", (error) =>
      resolve({ ok: false, output: `${name}: ${error.message}. Run npm install.` }),
    );
    child.on("close", (code) => resolve({ ok: code === 0, output: Buffer.concat(said).toString() }));
  });
}
