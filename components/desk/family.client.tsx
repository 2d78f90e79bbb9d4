"use client";
import { Languages } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { LANGUAGES, type Language } from "#domain/vocabulary.ts";
import { Button } from "../ui/button.client.tsx";
import { Link } from "../ui/link.tsx";
import { Menu } from "../ui/menu.client.tsx";
import { StatusLine } from "../ui/status-line.tsx";
import { useWords } from "../words.client.tsx";
import { StateBadges } from "./state-badges.client.tsx";
import { useStory } from "./story-context.ts";

/** The same piece in its other languages: where each stands, and the way to it. */
export function Family() {
  const { desk, timeZone } = useStory();
  const t = useWords("desk");
  const { family, story } = desk;
  if (family.length === 0) return null;
  return (
    <section aria-label={t("family.title")}>
      <h3 className="font-medium">{t("family.title")}</h3>
      <ul className="mt-1 flex flex-col gap-2">
        {family.map(({ storyId, language, headline, stage, live, embargoUntil }) => (
          <li key={storyId} className="border-line border-s-2 ps-3">
            <span className="flex flex-wrap items-center gap-x-2">
              <Link
                href={`/desk/stories/${storyId}`}
                className="inline-flex min-h-11 items-center text-accent underline underline-offset-2 sm:pointer-fine:min-h-6"
              >
                <bdi lang={language}>{LANGUAGES[language].name}</bdi>
              </Link>
              <StateBadges {...{ stage, live, embargoUntil, timeZone }} />
              {storyId === story.sourceStoryId && <span className="text-ink-soft">{t("family.source")}</span>}
            </span>
            {headline !== "" && (
              <span lang={language} dir={LANGUAGES[language].direction} className="block text-ink-soft">
                {headline}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Starts this story in a language of the paper's that it doesn't have yet, and goes there. */
export function Translate() {
  const { desk, languages, actions } = useStory();
  const t = useWords("desk");
  const router = useRouter();
  const [isStarting, setStarting] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const { id: sourceStoryId, familyId, language: own, kind } = desk.story;
  const lacking = languages.filter(
    (language) => language !== own && !desk.family.some((sibling) => sibling.language === language),
  );
  if (!desk.may.translate || lacking.length === 0) return null;

  async function start(language: Language) {
    setStarting(true);
    const answer = await (kind === "page"
      ? actions.translatePage({ language, familyId })
      : actions.translate({ language, familyId, sourceStoryId }));
    setStarting(false);
    setRefused(answer.ok ? null : answer.problem.message);
    if (answer.ok) router.push(`/desk/stories/${answer.value.storyId}`);
  }
  const items = lacking.map((language) => ({
    id: language,
    label: LANGUAGES[language].name,
    onAction: () => void start(language),
  }));
  return (
    <>
      <Menu label={t("family.translateInto")} items={items}>
        <Button size="small" isPending={isStarting}>
          <Languages size={16} aria-hidden /> {t("family.translate")}
        </Button>
      </Menu>
      {refused && <StatusLine tone="bad">{refused}</StatusLine>}
    </>
  );
}
