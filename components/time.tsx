import { isoWithOffset, shortForList } from "#domain/time.ts";
import { INTERFACE_LANGUAGE } from "./messages.ts";

type TimeProps = {
  at: Date;
  timeZone: string;
  /** Given: today's times lose their date. Only where the page is made for this moment. */
  now?: Date;
  className?: string;
};

/** The only place where an instant becomes text on a staff page: in the outlet's zone, whoever looks from where. */
export function Time({ at, timeZone, now, className }: TimeProps) {
  return (
    <time dateTime={isoWithOffset(at, timeZone)} className={className}>
      {shortForList(at, { timeZone, language: INTERFACE_LANGUAGE, now })}
    </time>
  );
}
