"use client";
import { createContext, type ReactNode, useContext } from "react";
import { clockTime, fullDate, isoWithOffset, localDay, shortForList } from "#domain/time.ts";
import { LANGUAGES } from "#domain/vocabulary.ts";
import { useInterfaceLanguage } from "./words.client.tsx";

type TimeProps = {
  at: Date;
  timeZone: string;
  /** Given: today's times lose their date. Only where the page is made for this moment. */
  now?: Date;
  className?: string;
};

/** The zone in which whoever looks wants to read times; null: the newsroom's. */
const OwnZone = createContext<string | null>(null);

/** Stands around every staff page, by `StaffDocument`. */
export function OwnZoneProvider({ zone, children }: { zone: string | null; children: ReactNode }) {
  return <OwnZone value={zone}>{children}</OwnZone>;
}

/** The zone in which whoever looks reads times, for a time within a sentence. */
export function useZone(timeZone: string): string {
  return useContext(OwnZone) ?? timeZone;
}

/**
 * When something was or will be, for whoever looks: in their own zone where they have chosen one, with
 * the newsroom's time and the name of its zone as a title.
 */
export function Time({ at, timeZone, now, className }: TimeProps) {
  const own = useContext(OwnZone);
  const language = useInterfaceLanguage();
  if (own === null || own === timeZone) return <NewsroomTime {...{ at, timeZone, now, className }} />;
  return (
    <time
      dateTime={isoWithOffset(at, own)}
      dir={LANGUAGES[language].direction}
      title={`${shortForList(at, { timeZone, language })} (${timeZone})`}
      className={className}
    >
      {shortForList(at, { timeZone: own, language, now })}
    </time>
  );
}

/**
 * The same by the newsroom's clock, whoever looks from where: for what readers are shown, what was
 * agreed and what is scheduled. In the language of the words around it.
 */
export function NewsroomTime({ at, timeZone, now, className }: TimeProps) {
  const language = useInterfaceLanguage();
  return (
    <time dateTime={isoWithOffset(at, timeZone)} dir={LANGUAGES[language].direction} className={className}>
      {shortForList(at, { timeZone, language, now })}
    </time>
  );
}

/** The same zone and language where a time is part of a sentence: a heading by day, a list of choices. */
export function useClock(timeZone: string) {
  const language = useInterfaceLanguage();
  const own = useContext(OwnZone) ?? timeZone;
  return {
    day: (at: Date) => localDay(at, own),
    dayTitle: (at: Date) => fullDate(at, { timeZone: own, language }),
    time: (at: Date) => clockTime(at, { timeZone: own, language }),
    dayAndTime: (at: Date) => shortForList(at, { timeZone: own, language }),
    /** Without what goes without saying: today's date, this year. */
    short: (at: Date) => shortForList(at, { timeZone: own, language, now: new Date() }),
  };
}
