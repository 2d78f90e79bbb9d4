import { describe, expect, it, vi } from "vitest";
import { foreignEnvironment, readSettings } from "./env.ts";
import { SETTING_NAMES } from "./env-reading.ts";
import { asReader, readRoleSettings } from "./role-settings.ts";

function mistakesIn(env: Record<string, string>): string[] {
  try {
    readSettings(env);
    return [];
  } catch (error) {
    return (error as Error).message.split("\n");
  }
}

describe("settings", () => {
  it("needs none: a newsroom starts on port 3000 of this machine", () => {
    const settings = readSettings({});
    expect(settings).toMatchObject({ port: 3000, baseUrl: "http://localhost:3000", secureCookies: false });
    expect(settings.dataDir).toMatch(/\/data$/);
  });

  it("says every mistake at once, one sentence each", () => {
    const mistakes = mistakesIn({
      PORT: "0",
      BASE_URL: "news.example.org",
      TRUSTED_PROXIES: "10.0.0.0/8, everybody, 10.0.0.0/40",
      DATABASE_URL: "mysql://localhost/news",
      LOG_LEVEL: "loud",
      WEB_ADDRESS: "3001",
      INTERNAL_SECRET: "short",
      DEMO_PASSWORD: "demo",
    });
    expect(mistakes).toHaveLength(9);
    expect(mistakes[0]).toBe('PORT must be a whole number from 1 to 65535, not "0".');
    for (const sentence of mistakes) expect(sentence).toMatch(/^[A-Z_]+ must .*\.$/);
  });

  it("never repeats a password that stands in a wrong address", () => {
    const text = mistakesIn({ DATABASE_URL: "mysql://dateline:hunter2hunter2@db/news" }).join();
    expect(text).toContain("DATABASE_URL");
    expect(text).not.toContain("hunter2");
  });

  it("takes cookies to be secure exactly when the public address is https", () => {
    expect(readSettings({ BASE_URL: "https://news.example.org" }).secureCookies).toBe(true);
    expect(readSettings({ BASE_URL: "http://news.example.org" }).secureCookies).toBe(false);
  });

  it("refuses a public address with a path, since pages stand at the root", () => {
    expect(mistakesIn({ BASE_URL: "https://example.org/news" })).toHaveLength(1);
  });

  it("wants a sender for a mail server and a database beside a reader's login", () => {
    expect(mistakesIn({ MAIL_URL: "smtp://mail.example.org" })[0]).toContain("MAIL_FROM");
    expect(mistakesIn({ READER_DATABASE_URL: "postgres://reader@db/news" })[0]).toContain("DATABASE_URL");
  });

  it("asks a process that runs by itself for every address that it can't guess", () => {
    const sentences = () => readRoleSettings({ DATABASE_URL: "postgres://localhost/news" });
    expect(sentences).toThrow(
      /WEB_ADDRESS[\s\S]*COLLAB_ADDRESS[\s\S]*WORKER_ADDRESS[\s\S]*FRONT_CONTROL_ADDRESS/,
    );
  });

  it("gives readers their own rights when there is only one login", () => {
    expect(asReader("postgres://me:pw@db/news")).toBe(
      "postgres://me:pw@db/news?options=-c%20role%3Ddateline_reader",
    );
    expect(asReader("postgres://me@db/news?sslmode=require&options=-c%20jit%3Doff")).toBe(
      "postgres://me@db/news?sslmode=require&options=-c%20jit%3Doff%20-c%20role%3Ddateline_reader",
    );
  });
});

describe("a trial beside a newsroom that runs", () => {
  it("gets none of that newsroom's settings, its database least of all, and the machine's path still", () => {
    for (const name of SETTING_NAMES) vi.stubEnv(name, "the operator's own");
    const env = foreignEnvironment();
    vi.unstubAllEnvs();
    expect(SETTING_NAMES).toContain("DATABASE_URL");
    expect(Object.values(env)).not.toContain("the operator's own");
    expect(env.PATH).toBe(process.env.PATH);
  });
});
