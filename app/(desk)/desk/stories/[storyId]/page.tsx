import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { StoryDesk } from "#components/desk/story-desk.client.tsx";
import { words } from "#components/words.tsx";
import { listStoryChoices } from "#domain/choices/list.ts";
import { getOutlet } from "#domain/outlet/find-outlet.ts";
import { styleIn } from "#domain/outlet/house-style.ts";
import { labelIn } from "#domain/publications/snapshot.ts";
import { enterRoom } from "#domain/rooms/enter-room.ts";
import { getDeskStory } from "#domain/stories/find.ts";
import { deviceKeyOf } from "#server/device-key.ts";
import { orNotFound } from "#server/or-not-found.ts";
import { currentCtx, interfaceLanguage, requireSession } from "#server/session.ts";
import { storyActions } from "./story-actions.ts";

type StoryPageProps = { params: Promise<{ storyId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: words("desk", await interfaceLanguage())("story") };
}

export default async function StoryPage({ params }: StoryPageProps) {
  const storyId = z.uuid().safeParse((await params).storyId).data ?? notFound();
  const session = await requireSession(`/desk/stories/${storyId}`);
  const ctx = await currentCtx();
  const [{ settings }, room] = await Promise.all([getOutlet(ctx), orNotFound(enterRoom(ctx, { storyId }))]);
  // After the room: what was typed there last is the head then.
  const desk = await orNotFound(getDeskStory(ctx, { storyId }));
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
      opening={{ ...room, deviceKey: deviceKeyOf(session) }}
    />
  );
}
