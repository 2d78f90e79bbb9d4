import { expect, test } from "vitest";
import { calendarMonth } from "./calendar-month.ts";

test("a month hangs as its language's week begins, with every day once", () => {
  const english = calendarMonth("2026-11", "en");
  expect(english.weekdays[0]).toEqual({ name: "Sunday", letters: "Su" });
  expect(english.weeks[0]?.[0]).toBe("2026-11-01");
  const kurdish = calendarMonth("2026-11", "ckb");
  expect(kurdish.weekdays[0]?.name).toBe("شەممە");
  expect(kurdish.weeks[0]).toEqual([
    null,
    ...["01", "02", "03", "04", "05", "06"].map((day) => `2026-11-${day}`),
  ]);
  for (const month of ["2024-02", "2023-02", "2026-08"]) {
    const days = calendarMonth(month, "ar")
      .weeks.flat()
      .filter((day) => day !== null);
    expect(days).toHaveLength(
      new Date(`${month}-01T00:00:00Z`).getUTCMonth() === 1 ? (month === "2024-02" ? 29 : 28) : 31,
    );
    expect(new Set(days).size).toBe(days.length);
  }
});
