import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { findCurrentBuild, hashContent, writeStamp } from "./build-stamp.ts";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "dateline-build-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const folder of ["app", "domain/stories", ".next"]) mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, "package-lock.json"), "{}");
  writeFileSync(join(root, "domain/stories/publish.ts"), "publish");
  writeFileSync(join(root, "domain/stories/publish.test.ts"), "test");
});

const isCurrent = () => findCurrentBuild(root, ".next") !== null;

describe("a build", () => {
  it("is needed at first, and current once it was made", () => {
    expect(isCurrent()).toBe(false);
    writeStamp(root, ".next", hashContent(root));
    expect(isCurrent()).toBe(true);
  });

  it("is needed again when a source, the lockfile or the set of files changes", () => {
    const changes = [
      () => writeFileSync(join(root, "domain/stories/publish.ts"), "publish better"),
      () => writeFileSync(join(root, "package-lock.json"), "{ }"),
      () => writeFileSync(join(root, "app/page.tsx"), "new"),
      () => rmSync(join(root, "app/page.tsx")),
    ];
    for (const change of changes) {
      writeStamp(root, ".next", hashContent(root));
      change();
      expect(isCurrent()).toBe(false);
    }
  });

  it("stays current when files are only touched, or a test changes", () => {
    writeStamp(root, ".next", hashContent(root));
    const later = new Date(Date.now() + 5_000);
    utimesSync(join(root, "domain/stories/publish.ts"), later, later);
    writeFileSync(join(root, "domain/stories/publish.test.ts"), "another test");
    expect(isCurrent()).toBe(true);
  });

  it("has the same name wherever the same sources are built", () => {
    writeStamp(root, ".next", hashContent(root));
    mkdirSync(join(root, ".next-test"));
    writeStamp(root, ".next-test", hashContent(root));
    expect(findCurrentBuild(root, ".next-test")).toBe(findCurrentBuild(root, ".next"));
  });
});
