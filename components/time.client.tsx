"use client";
import { isoWithOffset, shortForList } from "#domain/time.ts";
import { LANGUAGES } from "#domain/vocabulary.ts";
import { useInterfaceLanguage } from "./words.client.tsx";

type TimeProps = {
  at: Date;
  timeZone: string;
  /** Given: today's times lose their date. Only where the page is made for this moment. */
  now?: Date;
  className?: string;
};

/**
 * The only place where an instant becomes text on a staff page: in the outlet's zone, whoever looks
 * from where, and in the language of the words around it.
 */
export function Time({ at, timeZone, now, className }: TimeProps) {
  const language = useInterfaceLanguage();
  return (
    <time dateTime={isoWithOffset(at, timeZone)} dir={LANGUAGES[language].direction} className={className}>
      {shortForList(at, { timeZone, language, now })}
    </time>
  );
}
