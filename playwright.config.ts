/**
 * Browser tests act as people do, on a newsroom that e2e/start.ts starts once for the run.
 * `npm test` runs them after a build; `npm run test:e2e` runs them alone (it builds when it must).
 */
import { defineConfig } from "@playwright/test";

const { PW_CHROMIUM, PW_CHROMIUM_LIBRARIES, TRIAL_URL, CI } = process.env;

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  globalSetup: "./e2e/start.ts",
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  // A machine that is busy with something else fails a test now and then; what passes only on its
  // second try is named in the report and counted by scripts/test.ts.
  retries: 1,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  reporter: CI ? [["list"]] : [["line"]],
  use: {
    baseURL: TRIAL_URL,
    viewport: { width: 1280, height: 800 },
    locale: "en-GB",
    timezoneId: "America/New_York",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: PW_CHROMIUM,
      // As root Chromium runs only without its sandbox; it sees nothing but our own pages.
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
      ],
      ...(PW_CHROMIUM_LIBRARIES && {
        env: { ...process.env, LD_LIBRARY_PATH: PW_CHROMIUM_LIBRARIES } as never,
      }),
    },
  },
});
