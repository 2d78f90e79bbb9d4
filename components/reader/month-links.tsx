import { readerWords } from "#domain/languages/reader-words.ts";
import { monthName, monthTitle } from "#domain/time.ts";
import type { Sheet } from "./sheet.ts";

type Props = {
  sheet: Sheet;
  months: readonly string[];
  /** The address of a month. */
  pathOf: (month: string) => string;
  /** The month that is on this page. */
  here?: string | null;
  /** How many stories stand on the page above: a few of one month need no way to that month. */
  shown?: number;
};

const A_FULL_PAGE = 30;

/** The way to everything older: each month that has anything, year by year. */
export function MonthLinks({ sheet: { language }, months, pathOf, here = null, shown = A_FULL_PAGE }: Props) {
  if (months.length < 2 && shown < A_FULL_PAGE) return null;
  if (months.length === 0) return null;
  const years = Map.groupBy(months, (month) => month.slice(0, 4));
  const label = readerWords(language).months;
  return (
    <nav className="latest older" aria-label={label}>
      <h2>{label}</h2>
      <dl>
        {[...years].map(([year, ofYear]) => (
          <div key={year}>
            <dt>{year}</dt>
            {ofYear.map((month) => (
              <dd key={month}>
                <a
                  href={pathOf(month)}
                  title={monthTitle(month, language)}
                  aria-current={month === here ? "page" : undefined}
                >
                  {monthName(month, language)}
                </a>
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </nav>
  );
}
