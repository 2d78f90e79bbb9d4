"use client";
import { BookCopy, FileDiff, History, Timer } from "lucide-react";
import { readingMinutes, WORDS_A_MINUTE } from "#domain/languages/reading.ts";
import { LANGUAGES } from "#domain/vocabulary.ts";
import { NewsroomTime } from "../time.client.tsx";
import { Button } from "../ui/button.client.tsx";
import { ReaderLink } from "../ui/link.tsx";
import { useWords } from "../words.client.tsx";
import { Family, Translate } from "./family.client.tsx";
import { Sharing } from "./sharing/sharing.client.tsx";
import { StateBadges } from "./state-badges.client.tsx";
import { useStory } from "./story-context.ts";

type StoryFactsProps = {
  words: number;
  onHistory: () => void;
  onEmbargo: () => void;
  onTemplate: () => void;
  onChanges: () => void;
};

/** What is known about the story and not written by anyone: state, live address, notices, length. */
export function StoryFacts({ words, onHistory, onEmbargo, onTemplate, onChanges }: StoryFactsProps) {
  const { desk, timeZone } = useStory();
  const t = useWords("desk");
  const { stage, live, embargoUntil, language, number } = desk.story;
  const { livePublication, notices, may } = desk;
  return (
    <div className="flex flex-col gap-3 text-sm">
      <StateBadges {...{ stage, live, embargoUntil, timeZone }} />
      <p className="text-ink-soft">
        {t("facts", { number: String(number), count: words })} · <bdi>{LANGUAGES[language].name}</bdi>
        {words > 0 && (
          <span className="block">
            {t("readingTime", {
              minutes: readingMinutes(words, language),
              pace: WORDS_A_MINUTE[language],
            })}
          </span>
        )}
      </p>
      {livePublication && live === "published" && (
        <p>
          <ReaderLink href={livePublication.path}>{t("seeLive")}</ReaderLink>
          <span className="block text-ink-soft">
            {t("firstPublished")} <NewsroomTime at={livePublication.firstPublishedAt} timeZone={timeZone} />
          </span>
        </p>
      )}
      <Family />
      <Sharing />
      {notices.length > 0 && (
        <section>
          <h3 className="font-medium">{t("noticesSoFar")}</h3>
          <ol className="mt-1 flex flex-col gap-2">
            {notices.map((notice) => (
              <li key={notice.id} className="border-line border-s-2 ps-3">
                {t(`notice.${notice.kind}`)} · <NewsroomTime at={notice.noticedAt} timeZone={timeZone} />
                {notice.note !== "" && (
                  <span dir="auto" className="block text-ink-soft">
                    {notice.note}
                  </span>
                )}
              </li>
            ))}
          </ol>
        </section>
      )}
      <div className="flex flex-wrap gap-2">
        <Button size="small" onPress={onHistory}>
          <History size={16} aria-hidden /> {t("history")}
        </Button>
        {livePublication && (
          <Button size="small" onPress={onChanges}>
            <FileDiff size={16} aria-hidden /> {t("changes.button")}
          </Button>
        )}
        <Translate />
        {may.embargo && (
          <Button size="small" onPress={onEmbargo}>
            <Timer size={16} aria-hidden /> {t("embargo")}
          </Button>
        )}
        {may.keepWords && desk.story.kind === "story" && (
          <Button size="small" onPress={onTemplate}>
            <BookCopy size={16} aria-hidden /> {t("saveAsTemplate")}
          </Button>
        )}
      </div>
    </div>
  );
}
