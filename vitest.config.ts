import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{domain,db,server,components,scripts,bench}/**/*.test.{ts,tsx}"],
    globalSetup: ["domain/testing/setup.ts"],
    setupFiles: ["domain/testing/one-at-a-time.ts"],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
