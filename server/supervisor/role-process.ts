/**
 * One role as the supervisor sees it: running, or waiting to be started again. A crash is
 * answered after a pause that doubles each time and is short again once the role has run well
 * for a while; every restart is said in the log.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { RoleName } from "../health.ts";
import { log } from "../log.ts";
import { Backoff, RESTARTS } from "./backoff.ts";

export type RoleSpec = {
  readonly name: RoleName;
  readonly file: string;
  readonly flags: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
};

export class RoleProcess {
  readonly name: RoleName;
  #spec: RoleSpec;
  #child: ChildProcess | null = null;
  #timer: NodeJS.Timeout | null = null;
  #backoff = new Backoff(RESTARTS);
  #stopping = false;

  constructor(spec: RoleSpec) {
    this.name = spec.name;
    this.#spec = spec;
  }

  get pid(): number | null {
    return this.#child?.pid ?? null;
  }

  start(): void {
    const { file, flags, env, cwd } = this.#spec;
    const startedAt = performance.now();
    const child = spawn(process.execPath, [...flags, file], {
      cwd,
      env,
      // A group of its own: Ctrl+C must not reach the roles before the supervisor has drained the front.
      detached: true,
      // Our own stdout holds the address and nothing else.
      stdio: ["ignore", process.stderr.fd, "inherit", "ipc"],
    });
    this.#child = child;
    child.on("error", (err) => log().error({ err }, `${this.name} could not be started`));
    child.once("exit", (code, signal) => {
      this.#child = null;
      if (!this.#stopping) this.#restart(`${signal ?? `exit ${code}`}`, performance.now() - startedAt);
    });
  }

  #restart(how: string, ranMs: number): void {
    const pauseMs = this.#backoff.after(ranMs);
    log().warn({ how, pauseMs }, `${this.name} ended by itself and is started again`);
    this.#timer = setTimeout(() => this.start(), pauseMs);
  }

  /** Asks it to finish what it began; ends it when it doesn't within the limit. */
  async stop(limitMs: number): Promise<void> {
    this.#stopping = true;
    if (this.#timer) clearTimeout(this.#timer);
    const child = this.#child;
    if (child?.pid === undefined) return;
    const gone = once(child, "exit");
    child.kill("SIGTERM");
    const killer = setTimeout(() => {
      log().warn({ limitMs }, `${this.name} did not stop in time and was ended`);
      child.kill("SIGKILL");
    }, limitMs);
    await gone;
    clearTimeout(killer);
  }
}
