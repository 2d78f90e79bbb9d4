import { expect, test } from "vitest";
import { isolateRuns } from "./isolates.ts";

const isolated = (text: string) =>
  isolateRuns(text)
    .filter((run) => run.isolate)
    .map((run) => run.text);

test.each([
  ["ژمارەی +964 770 123 4567 بوو", ["+964 770 123 4567"]],
  ["رقم +964 (770) 123-4567", ["+964 (770) 123-4567"]],
  ["0770-123-4567 دا", ["0770-123-4567"]],
  ["ئەنجامی 3-2 بوو", ["3-2"]],
  ["لە 10-15 کەس و 2010–2015", ["10-15", "2010–2015"]],
  ["لە 09:30-10:15دا", ["09:30-10:15"]],
  ["ڕۆژی 2026-01-12ی زایینی", ["2026-01-12"]],
  ["نرخی $500 بوو، €1,200.50", ["$500", "€1,200.50"]],
  ["پلەی گەرما -5 و +12 بوو", ["-5", "+12"]],
  ["(https://esta.krd/en/) و www.esta.krd.", ["https://esta.krd/en/", "www.esta.krd"]],
  ["@estamedia و #Kurdistan", ["@estamedia", "#Kurdistan"]],
])("in %s, runs that would fall apart are held together", (text, runs) => {
  expect(isolated(text)).toEqual(runs);
});

test.each([
  ["three years in a row", "لە 2020 2021 2022 دا"],
  ["a date with slashes, a time, a decimal and a thousand", "12/1/2026 09:31 3.5 1,000"],
  ["a percentage", "45% لە خەڵک"],
  ["Latin names with numbers", "COVID-19 و F-16 و G7+ و U.S.-led 100-day"],
  ["an Arabic-Indic range, which reads from the right by custom", "١٠-١٥ و ۱۰-۱۵"],
  ["an e-mail address", "desk@esta.krd"],
  ["text that somebody isolated by hand", "ژمارە \u2066+964 770\u2069 و 3-2"],
  ["plain words", "هیچ ژمارەیەک نییە"],
])("%s stays as it is", (_what, text) => {
  expect(isolateRuns(text)).toEqual([{ text, isolate: false }]);
});

test("the pieces of a text are the text", () => {
  const text = "- 3-2, +964 770 123, (2026-01-12) https://a.example/ب -";
  expect(
    isolateRuns(text)
      .map((run) => run.text)
      .join(""),
  ).toBe(text);
});

test.each(["+1", "1-", "http://", "1.", "+11 22", "@a", "$1,"])(
  "a hundred thousand times %s takes no time",
  (piece) => {
    const before = performance.now();
    isolateRuns(piece.repeat(20_000));
    isolateRuns(`+${piece.repeat(20_000)}/`);
    expect(performance.now() - before).toBeLessThan(1000);
  },
);
