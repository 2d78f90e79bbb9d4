import type { Metadata } from "next";
import { cookies } from "next/headers";
import { EmptyDesk } from "#components/desk/empty-desk.tsx";
import { FirstSteps } from "#components/desk/first-steps.client.tsx";
import { STEPS_COOKIE } from "#components/desk/first-steps-cookie.ts";
import { filterIn, listAddress } from "#components/desk/list-filter.ts";
import { NewStory } from "#components/desk/new-story.client.tsx";
import { StoryFilters } from "#components/desk/story-filters.client.tsx";
import { StoryList } from "#components/desk/story-list.tsx";
import { PageBody } from "#components/ui/app-shell.tsx";
import { ButtonLink } from "#components/ui/link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { words } from "#components/words.tsx";
import { listStoryChoices } from "#domain/choices/list.ts";
import { getOutlet } from "#domain/outlet/find-outlet.ts";
import { listFirstSteps } from "#domain/outlet/first-steps.ts";
import { may } from "#domain/permissions.ts";
import { listPresence } from "#domain/rooms/presence.ts";
import { listDeskStories } from "#domain/stories/list.ts";
import { listTemplates } from "#domain/writing/templates.ts";
import { currentCtx, interfaceLanguage, requirePerson } from "#server/session.ts";
import { createStory } from "./actions.ts";

type StoriesPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const PAGE = 40;

export async function generateMetadata(): Promise<Metadata> {
  return { title: words("desk", await interfaceLanguage())("stories") };
}

export default async function StoriesPage({ searchParams }: StoriesPageProps) {
  const filter = filterIn(await searchParams);
  await requirePerson();
  const ctx = await currentCtx();
  const language = await interfaceLanguage();
  const [{ settings }, { rows, next }, choices, templates, jar, steps] = await Promise.all([
    getOutlet(ctx),
    listDeskStories(ctx, { ...filter, labelsIn: language, limit: PAGE }),
    listStoryChoices(ctx, { language }),
    may(ctx.actor, "story.create") ? listTemplates(ctx, { labelsIn: language, limit: 200 }) : [],
    cookies(),
    may(ctx.actor, "outlet.manage") ? listFirstSteps(ctx) : [],
  ]);
  const t = words("desk", language);
  const here = await listPresence(ctx, { storyIds: rows.map(({ id }) => id) });
  const last = settings.languages.find((one) => one === jar.get("dateline-language")?.value);
  const first = last ?? settings.defaultLanguage;
  const languages = [first, ...settings.languages.filter((one) => one !== first)];
  const isFiltered = Object.keys(filter).length > 0;
  const isNew = steps.some(({ isDone }) => !isDone) && !jar.has(STEPS_COOKIE);
  return (
    <PageBody>
      <PageHeader
        title={t("stories")}
        actions={<NewStory {...{ languages, templates }} create={createStory} />}
      />
      {isNew && !isFiltered && <FirstSteps steps={steps} />}
      <StoryFilters
        key={listAddress(filter, null)}
        filter={filter}
        languages={settings.languages}
        sections={choices.sections}
      />
      {rows.length === 0 ? (
        isFiltered ? (
          <p className="py-16 text-center text-ink-soft">{t("emptyList")}</p>
        ) : (
          <EmptyDesk language={language} />
        )
      ) : (
        <StoryList {...{ language, rows, here }} timeZone={settings.timeZone} now={ctx.now} />
      )}
      <nav aria-label={t("pages")} className="flex flex-wrap justify-center gap-2 pt-6">
        {filter.after && <ButtonLink href={listAddress(filter, null)}>{t("newest")}</ButtonLink>}
        {next && <ButtonLink href={listAddress(filter, next)}>{t("older")}</ButtonLink>}
        {isFiltered && <ButtonLink href="/desk">{t("clearFilters")}</ButtonLink>}
      </nav>
    </PageBody>
  );
}
