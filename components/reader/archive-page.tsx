import type { ReactNode } from "react";
import { readerWords } from "#domain/languages/reader-words.ts";
import { calendarMonth } from "#domain/lists/calendar-month.ts";
import type { ArchiveDay, DayAnswer } from "#domain/lists/list-archive.ts";
import { archivePath } from "#domain/site.ts";
import { dayTitle, monthTitle } from "#domain/time.ts";
import type { Language } from "#domain/vocabulary.ts";
import { DayLines } from "./day-groups.tsx";
import { ReaderDocument } from "./document.tsx";
import { HeadLines } from "./head.tsx";
import { MonthLinks } from "./month-links.tsx";
import { outletName, type Sheet } from "./sheet.ts";

type Props = {
  sheet: Sheet;
  month: string;
  /** "home": the archive's own address; "month": the month's. */
  at: "home" | "month";
  answer: { days: readonly ArchiveDay[]; months: readonly string[]; languages: readonly Language[] };
};

/** A month of the archive as a calendar, and every other month. */
export function ArchivePage({ sheet, month, at, answer: { days, months, languages } }: Props) {
  const { language } = sheet;
  const words = readerWords(language);
  const named = monthTitle(month, language);
  const pathIn = (other: Language) => archivePath(other, at === "month" ? month : undefined);
  const versions = at === "home" ? languages.map((other) => ({ language: other, path: pathIn(other) })) : [];
  const title = `${at === "month" ? named : words.archive} · ${outletName(sheet)}`;
  return (
    <ArchiveSheet
      {...{ sheet, title, heading: at === "month" ? named : words.archive, path: pathIn(language), versions }}
      over={at === "month"}
    >
      {at === "home" && <h2 className="month">{named}</h2>}
      <Calendar {...{ sheet, month, days }} />
      <MonthLinks
        {...{ sheet, months, here: at === "month" ? month : null }}
        pathOf={(other) => archivePath(language, other)}
      />
    </ArchiveSheet>
  );
}

function Calendar({
  sheet: { language },
  month,
  days,
}: {
  sheet: Sheet;
  month: string;
  days: readonly ArchiveDay[];
}) {
  const { weekdays, weeks } = calendarMonth(month, language);
  const counts = new Map(days.map(({ day, stories }) => [day, stories]));
  return (
    <table className="calendar">
      <thead>
        <tr>
          {weekdays.map(({ name, letters }) => (
            <th key={name} scope="col" abbr={name}>
              {letters}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week.find((day) => day !== null)}>
            {week.map((day, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a place in the week, printed once
              <td key={place}>
                {day !== null && <Day {...{ day, language }} stories={counts.get(day) ?? 0} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ day, language, stories }: { day: string; language: Language; stories: number }) {
  const number = Number(day.slice(8));
  if (stories === 0) return <span>{number}</span>;
  const said = `${dayTitle(day, language)}: ${readerWords(language).storyCount(stories)}`;
  return (
    <a href={archivePath(language, day)} aria-label={said}>
      {number}
    </a>
  );
}

type DayProps = {
  sheet: Sheet;
  day: string;
  answer: Pick<DayAnswer, "stories" | "previous" | "next" | "languages">;
};

/** Everything that came out on one day. */
export function DayPage({ sheet, day, answer: { stories, previous, next, languages } }: DayProps) {
  const { language } = sheet;
  const words = readerWords(language);
  const heading = dayTitle(day, language);
  const versions = languages.map((other) => ({ language: other, path: archivePath(other, day) }));
  return (
    <ArchiveSheet
      {...{ sheet, heading, versions }}
      title={`${heading} · ${outletName(sheet)}`}
      path={archivePath(language, day)}
      over
    >
      <p className="small count">{words.storyCount(stories.length)}</p>
      <DayLines sheet={sheet} stories={stories} />
      <nav className="pages small" aria-label={words.otherDays}>
        {previous !== null && <a href={archivePath(language, previous)}>{dayTitle(previous, language)}</a>}
        <a href={archivePath(language, day.slice(0, 7))}>{monthTitle(day.slice(0, 7), language)}</a>
        {next !== null && <a href={archivePath(language, next)}>{dayTitle(next, language)}</a>}
      </nav>
    </ArchiveSheet>
  );
}

type SheetProps = {
  sheet: Sheet;
  title: string;
  heading: string;
  path: string;
  versions: { language: Language; path: string }[];
  /** With the way back to the archive over the heading. */
  over: boolean;
  children: ReactNode;
};

function ArchiveSheet({ sheet, title, heading, path, versions, over, children }: SheetProps) {
  const { language } = sheet;
  const { archive } = readerWords(language);
  const all = versions.some((version) => version.language === language)
    ? versions
    : [{ language, path }, ...versions];
  return (
    <ReaderDocument
      {...{ sheet, title }}
      size="page"
      tongues={Object.fromEntries(all.map((version) => [version.language, version.path]))}
      head={<HeadLines {...{ sheet, title, path }} description={heading} kind="website" versions={all} />}
    >
      <div className="wrap">
        <div className="title">
          <div>
            {over && (
              <p className="kick">
                <a href={archivePath(language)}>{archive}</a>
              </p>
            )}
            <h1>{heading}</h1>
          </div>
        </div>
        {children}
      </div>
    </ReaderDocument>
  );
}
