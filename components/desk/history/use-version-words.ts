import type { HistoryLine } from "#domain/history/list-history.ts";
import { useClock } from "../../time.client.tsx";
import { useWords } from "../../words.client.tsx";
import { useStory } from "../story-context.ts";

/** What versions are called where a person chooses among them. */
export function useVersionWords() {
  const { timeZone } = useStory();
  const t = useWords("desk");
  const clock = useClock(timeZone);
  const range = ({ startedAt, endedAt }: HistoryLine) => {
    const [from, to] = [clock.time(startedAt), clock.time(endedAt)];
    return from === to ? to : `${from} – ${to}`;
  };
  const who = ({ people }: HistoryLine) =>
    people.length === 0
      ? t("machine")
      : people.length === 1
        ? (people[0] ?? "")
        : `${people.slice(0, -1).join(", ")} ${t("and")} ${people.at(-1)}`;
  /** In one line, the name or what it was first. */
  const label = (line: HistoryLine) => {
    const time = clock.short(line.endedAt);
    const name = line.marks.find((mark) => mark.name !== null)?.name;
    const sent = line.marks.flatMap((mark) => mark.sent).at(-1);
    const said = name
      ? t("versions.named", { name, time })
      : sent !== undefined
        ? t("versions.sent", { number: String(sent), time })
        : t("versions.at", { who: who(line), time });
    return line.isHead ? `${said} (${t("versions.newest")})` : said;
  };
  return { range, who, label };
}
