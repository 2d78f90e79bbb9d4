import { colourOf, initialsOf } from "#domain/rooms/colours.ts";
import type { DeskStoryRow } from "#domain/stories/list.ts";
import { LANGUAGES, type Language } from "#domain/vocabulary.ts";
import { Time } from "../time.client.tsx";
import { Badge } from "../ui/badge.tsx";
import { Link, ReaderLink } from "../ui/link.tsx";
import { words } from "../words.tsx";
import { StateBadges } from "./state-badges.client.tsx";

type StoryListProps = {
  language: Language;
  rows: readonly DeskStoryRow[];
  /** Who is in which story now, besides whoever looks. */
  here: ReadonlyMap<string, readonly { personId: string; name: string }[]>;
  timeZone: string;
  now: Date;
};

/** What is in flight, the last changed first. The headline opens the story; the rest is to be looked at. */
export function StoryList({ language, rows, here, timeZone, now }: StoryListProps) {
  const t = words("desk", language);
  return (
    <ul
      aria-label={t("stories")}
      className="divide-y divide-line overflow-hidden rounded-2xl border border-line bg-page"
    >
      {rows.map((row) => (
        <li key={row.id} className="relative px-4 py-3 hover:bg-tint sm:px-5">
          <div className="flex flex-col gap-x-6 gap-y-1.5 sm:flex-row sm:items-start sm:justify-between">
            <div className="min-w-0 flex-1">
              <Link
                href={`/desk/stories/${row.id}`}
                className="block min-h-6 font-semibold text-base leading-snug after:absolute after:inset-0"
              >
                <bdi lang={row.language} dir={LANGUAGES[row.language].direction}>
                  {row.headline || row.slugline || t("untitled")}
                </bdi>
              </Link>
              <p className="mt-1 flex flex-wrap gap-x-2 text-ink-soft text-sm">
                {row.slugline !== "" && row.headline !== "" && <bdi>{row.slugline}</bdi>}
                <span>{row.sectionLabel}</span>
                <bdi>{LANGUAGES[row.language].name}</bdi>
                <span>{t("words", { count: row.words })}</span>
                {row.changedBeforeOut && (
                  <Link
                    href={`/desk/stories/${row.id}?see=changes`}
                    className="relative -my-3 inline-flex min-h-11 items-center text-accent underline underline-offset-2"
                  >
                    {t("changes.noted")}
                  </Link>
                )}
                {row.path && (
                  <ReaderLink
                    href={row.path}
                    className="relative -my-3 inline-flex min-h-11 items-center text-accent underline underline-offset-2"
                  >
                    {t("seeLive")}
                  </ReaderLink>
                )}
              </p>
            </div>
            <div className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 sm:max-w-64 sm:flex-col sm:items-end">
              <StateBadges
                stage={row.stage}
                live={row.live}
                embargoUntil={row.embargoUntil}
                timeZone={timeZone}
              />
              {row.postsToChange > 0 && (
                <Badge tone="care">{t("sharing.toChange", { count: row.postsToChange })}</Badge>
              )}
              <InItNow language={language} people={here.get(row.id) ?? []} />
              <p className="text-ink-soft text-sm">
                <Time at={row.updatedAt} timeZone={timeZone} now={now} />
                {row.updatedByName && (
                  <span className="ms-2">
                    <bdi>{row.updatedByName}</bdi>
                  </span>
                )}
              </p>
            </div>
          </div>
        </li>
      ))}
    </ul>
  );
}

type InItNowProps = { language: Language; people: readonly { personId: string; name: string }[] };

/** Who has the story open: by initials for whoever looks, by name for whoever listens. */
function InItNow({ language, people }: InItNowProps) {
  if (people.length === 0) return null;
  const names = people.map(({ name }) => name).join(", ");
  const said = words("room", language)("writingNow", { names, count: people.length });
  return (
    <p className="flex items-center -space-x-1.5 rtl:space-x-reverse" title={said}>
      <span className="sr-only">{said}</span>
      {people.slice(0, MOST_FACES).map(({ personId, name }) => (
        <span
          key={personId}
          aria-hidden
          style={{ background: colourOf(personId), color: "white" }}
          className="inline-flex size-6 items-center justify-center rounded-full border-2 border-page font-semibold text-[0.625rem]"
        >
          {initialsOf(name)}
        </span>
      ))}
    </p>
  );
}

const MOST_FACES = 5;
