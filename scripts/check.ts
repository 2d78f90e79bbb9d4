/**
 * Everything about the source that can be known without running it, in one answer of some
 * seconds: types, Biome (lint and format), the house rules, messages, migrations. One line a
 * step; a step that fails says what it found and what to do.
 */
import { checkMigrations } from "./check/migrations.ts";
import { type Answer, root, runTool } from "./check/run-tool.ts";
import { MESSAGE_RULES, RULES, violationsOf, written } from "./house/rules.ts";
import { type Rule, readSources, type Source } from "./house/source.ts";

type Step = { name: string; run: () => Promise<Answer>; todo: string };

function steps(): Step[] {
  const sources = readSources(root);
  return [
    {
      name: "types",
      run: () => runTool("tsc", ["--noEmit", "--pretty", "false", "-p", "tsconfig.json"]),
      todo: "mend the types",
    },
    {
      name: "biome",
      run: () => runTool("biome", ["check", "--error-on-warnings", "--max-diagnostics=50"]),
      todo: "npx biome check --write mends most of it",
    },
    { name: "house rules", run: () => judge(RULES, sources), todo: "each line says what to do instead" },
    { name: "messages", run: () => judge(MESSAGE_RULES, sources), todo: "mend messages/en/" },
    { name: "migrations", run: checkMigrations, todo: "npm run generate -- --name what-changed" },
  ];
}

async function judge(rules: readonly Rule[], sources: readonly Source[]): Promise<Answer> {
  const violations = violationsOf(rules, sources);
  return { ok: violations.length === 0, output: violations.map(written).join("\n") };
}

async function report({ name, run, todo }: Step): Promise<boolean> {
  const started = performance.now();
  const { ok, output } = await run();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (ok) console.log(`✓ ${name} (${seconds} s)`);
  else console.log(`✗ ${name} (${seconds} s): ${todo}\n${output.trimEnd().replace(/^/gm, "    ")}`);
  return ok;
}

const passed = await Promise.all(steps().map(report));
process.exit(passed.every(Boolean) ? 0 : 1);
