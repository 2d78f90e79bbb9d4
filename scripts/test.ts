/**
 * Everything, in the order in which it fails fastest: the source, the newsroom's rules on a real
 * PostgreSQL, a build, people in a real browser. Its build folder, data folders and ports are its
 * own, so it works beside a newsroom that runs. Ends at the first part that fails, after saying so.
 */
import { spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { foreignEnvironment } from "#server/env.ts";

const root = join(import.meta.dirname, "..");
const bin = (name: string) => join(root, "node_modules/.bin", name);
const unitReport = join(root, "test-results/unit.json");
const browserReport = join(root, "test-results/browser.json");

type Count = { passed: number; failed: number; secondTry: number };
type Part = { name: string; command: string; args: string[]; count?: () => Count };

const parts: Part[] = [
  { name: "check", command: process.execPath, args: [join(root, "scripts/check.ts")] },
  {
    name: "unit tests",
    command: bin("vitest"),
    args: ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${unitReport}`],
    count: countUnit,
  },
  // e2e/start.ts builds when there is no current build for tests, then starts a newsroom on it.
  {
    name: "browser tests",
    command: bin("playwright"),
    args: ["test", "--reporter=line,json"],
    count: countBrowser,
  },
];

/** None of the newsroom's own settings: whoever runs one here has them in the environment. */
function ownEnvironment(): NodeJS.ProcessEnv {
  return { ...foreignEnvironment(), PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport };
}

/** The signal that ends us ends the part that runs; each part ends what it started. */
function run({ command, args }: Part): Promise<boolean> {
  const child = spawn(command, args, { cwd: root, env: ownEnvironment(), stdio: "inherit" });
  const pass = (signal: NodeJS.Signals) => child.kill(signal);
  process.on("SIGINT", pass).on("SIGTERM", pass);
  return new Promise((resolve) => {
    child.once("error", () => resolve(false));
    child.once("exit", (code) => {
      process.off("SIGINT", pass).off("SIGTERM", pass);
      resolve(code === 0);
    });
  });
}

function countUnit(): Count {
  const report = JSON.parse(readFileSync(unitReport, "utf8"));
  return { passed: report.numPassedTests, failed: report.numFailedTests, secondTry: 0 };
}

function countBrowser(): Count {
  const { stats } = JSON.parse(readFileSync(browserReport, "utf8"));
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, secondTry: stats.flaky };
}

/** A busy machine explains one or two; more of them are a fault that shows now and then. */
const MOST_SECOND_TRIES = 2;

rmSync(join(root, "test-results"), { recursive: true, force: true });
const total: Count = { passed: 0, failed: 0, secondTry: 0 };
let ok = true;
for (const part of parts) {
  console.log(`\n── ${part.name} ──`);
  ok = await run(part);
  const counted = part.count?.() ?? { passed: 0, failed: 0, secondTry: 0 };
  total.passed += counted.passed;
  total.failed += counted.failed;
  total.secondTry += counted.secondTry;
  if (!ok) {
    console.log(`\n${part.name} failed.`);
    break;
  }
}
const late = total.secondTry === 0 ? "" : ` (${total.secondTry} on a second try)`;
console.log(`\n${total.passed} passed${late}, ${total.failed} failed${ok ? "" : ", not everything was run"}`);
const isShaky = total.secondTry > MOST_SECOND_TRIES;
if (isShaky) console.log(`At most ${MOST_SECOND_TRIES} browser tests may need a second try.`);
process.exitCode = ok && !isShaky ? 0 : 1;
