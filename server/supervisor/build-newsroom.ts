/** What must be made before web can start, in a process of its own that ends with the start. */
import { type ChildProcess, spawn } from "node:child_process";
import { PATIENCE_MS } from "./patience.ts";
import { ROOT } from "./roles.ts";

export type Build = {
  /** Resolves when it is made; rejects when it can't be, after its reason was printed. */
  readonly made: Promise<void>;
  stop(): Promise<void>;
};

/** It needs a gigabyte for a minute, and the supervisor stays small. */
export function startBuild(script: string, env: NodeJS.ProcessEnv): Build {
  const child = spawn(process.execPath, [script], {
    cwd: ROOT,
    env,
    stdio: ["ignore", "ignore", "inherit"],
    // A group of its own, so that the bundlers that it has started are ended with it.
    detached: true,
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once("exit", resolve);
    child.once("error", () => resolve(null));
  });
  return {
    made: ended.then((code) => {
      if (code !== 0) throw new Error("The newsroom could not be built; the reason is above.");
    }),
    stop: async () => {
      signalGroup(child, "SIGTERM");
      const killer = setTimeout(() => signalGroup(child, "SIGKILL"), PATIENCE_MS.build);
      await ended;
      clearTimeout(killer);
    },
  };
}

/** Only while its first process is ours to wait for: afterwards the number may be another's. */
function signalGroup({ pid, exitCode, signalCode }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined || exitCode !== null || signalCode !== null) return;
  process.kill(-pid, signal);
}
