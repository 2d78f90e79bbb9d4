"use client";
import type { Deed, DeedStory } from "#domain/users/list-deeds.ts";
import { LANGUAGES } from "#domain/vocabulary.ts";
import { Time } from "../time.client.tsx";
import { Link } from "../ui/link.tsx";
import { useWords } from "../words.client.tsx";

/** What somebody did, a line each, in words. */
export function Deeds({ deeds, timeZone }: { deeds: readonly Deed[]; timeZone: string }) {
  const t = useWords("history");
  if (deeds.length === 0) return <p className="py-12 text-center text-ink-soft">{t("none")}</p>;
  return (
    <ol
      aria-label={t("list")}
      className="divide-y divide-line rounded-2xl border border-line bg-page px-4 py-1 sm:px-5"
    >
      {deeds.map(({ id, act, happenedAt, count, story, subject, merge }) => (
        <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-0.5 py-2.5">
          <span className="min-w-0">
            {t.rich(`acts.${act}`, {
              story: () => <StoryName story={story} />,
              subject: () => <bdi className="font-medium">{subject ?? t("something")}</bdi>,
              other: () => <bdi className="font-medium">{merge?.other ?? t("something")}</bdi>,
              way: merge?.way ?? "merged",
            })}
            {count > 1 && <span className="text-ink-soft text-sm"> · {t("times", { count })}</span>}
          </span>
          <Time at={happenedAt} timeZone={timeZone} className="shrink-0 text-ink-soft text-sm" />
        </li>
      ))}
    </ol>
  );
}

function StoryName({ story }: { story: DeedStory | null }) {
  const t = useWords("history");
  if (!story || story.headline === null || story.language === null) return <span>{t("closedStory")}</span>;
  return (
    <Link href={`/desk/stories/${story.storyId}`}>
      <bdi lang={story.language} dir={LANGUAGES[story.language].direction}>
        {story.headline || t("untitled")}
      </bdi>
    </Link>
  );
}
