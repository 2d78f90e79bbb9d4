import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { StoryDesk } from "#components/desk/story-desk.client.tsx";
import { words } from "#components/words.tsx";
import { listStoryChoices } from "#domain/choices/list.ts";
import { getOutlet } from "#domain/outlet/find-outlet.ts";
import { styleIn } from "#domain/outlet/house-style.ts";
import { labelIn } from "#domain/publications/snapshot.ts";
import { getDeskStory } from "#domain/stories/find.ts";
import { orNotFound } from "#server/or-not-found.ts";
import { currentCtx, interfaceLanguage, requirePerson } from "#server/session.ts";
import { storyActions } from "./story-actions.ts";

type StoryPageProps = { params: Promise<{ storyId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: words("desk", await interfaceLanguage())("story") };
}

export default async function StoryPage({ params }: StoryPageProps) {
  const storyId = z.uuid().safeParse((await params).storyId).data ?? notFound();
  await requirePerson(`/desk/stories/${storyId}`);
  const ctx = await currentCtx();
  const [{ settings }, desk] = await Promise.all([
    getOutlet(ctx),
    orNotFound(getDeskStory(ctx, { storyId })),
  ]);
  const { language } = desk.story;
  return (
    <StoryDesk
      key={storyId}
      desk={desk}
      choices={await listStoryChoices(ctx, { language })}
      languages={settings.languages}
      timeZone={settings.timeZone}
      style={styleIn(settings, language)}
      outletName={labelIn(settings.name, language)}
      actions={storyActions}
    />
  );
}
