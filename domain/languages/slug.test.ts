import { expect, test } from "vitest";
import { slugFrom } from "./slug.ts";

test.each([
  [
    "U.S. and Russia still pole apart after Ukraine talks – report",
    "us-and-russia-still-pole-apart-after-ukraine-talks-report",
  ],
  [
    "U.S., Canada, EU welcome U.N. report on freedom of expression in Kurdistan",
    "us-canada-eu-welcome-un-report-on-freedom-of-expression-in-kurdistan",
  ],
  ["Ukraine’s Deputy PM: “100,000 troops”", "ukraines-deputy-pm-100000-troops"],
  ["Şêx Saîd û Hewlêr — Çi dibe?", "sex-said-u-hewler-ci-dibe"],
  ["</script><script>alert(1)", "script-script-alert-1"],
  ["سەرۆکی حکومەت لەگەڵ NATO کۆبووەوە", "nato"],
  ["سەرۆکی حکومەت لە 2026 کۆبووەوە", ""],
  ["رئيس الحكومة", ""],
  ["", ""],
  ["— … !", ""],
])("%j becomes %j", (headline, slug) => {
  expect(slugFrom(headline)).toBe(slug);
});

test("a long headline is cut between words, at 80 letters at most", () => {
  const slug = slugFrom(
    "Iran now home to only twelve Asiatic cheetahs, says official of the department of the environment in Tehran",
  );
  expect(slug).toBe("iran-now-home-to-only-twelve-asiatic-cheetahs-says-official-of-the-department-of");
  expect(slug.length).toBeLessThanOrEqual(80);
  expect(slugFrom("x".repeat(200))).toBe("x".repeat(80));
  expect(slugFrom(`${"x".repeat(80)} y`)).toBe("x".repeat(80));
});
