"use client";
import { Plus, Share2 } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { COPY_CHANNELS, type CopyChannel } from "#domain/vocabulary.ts";
import { Button } from "../../ui/button.client.tsx";
import { Menu } from "../../ui/menu.client.tsx";
import { useWords } from "../../words.client.tsx";
import { useStory } from "../story-context.ts";
import { Posts } from "./posts.client.tsx";

const CopyDialog = lazy(() =>
  import("./copy-dialog.client.tsx").then((file) => ({ default: file.CopyDialog })),
);
const PostDialog = lazy(() =>
  import("./post-dialog.client.tsx").then((file) => ({ default: file.PostDialog })),
);

/** Passing a live story on: its text for each channel, and where it was posted. */
export function Sharing() {
  const { desk } = useStory();
  const t = useWords("desk");
  const [copying, setCopying] = useState<CopyChannel | null>(null);
  const [isAdding, setAdding] = useState(false);
  const { story, posts, may } = desk;
  const isLive = story.live === "published" && story.kind === "story";
  if (!isLive && posts.length === 0) return null;
  const items = COPY_CHANNELS.map((channel) => ({
    id: channel,
    label: t("sharing.copyForChannel", { channel: t(`sharing.channel.${channel}`) }),
    onAction: () => setCopying(channel),
  }));
  return (
    <section aria-label={t("sharing.title")} className="flex flex-col gap-2">
      <h3 className="font-medium">{t("sharing.title")}</h3>
      <Posts />
      <div className="flex flex-wrap gap-2">
        {isLive && (
          <Menu label={t("sharing.copyForHelp")} items={items}>
            <Button size="small">
              <Share2 size={16} aria-hidden /> {t("sharing.copyFor")}
            </Button>
          </Menu>
        )}
        {may.keepPosts && (
          <Button size="small" onPress={() => setAdding(true)}>
            <Plus size={16} aria-hidden /> {t("sharing.addPost")}
          </Button>
        )}
      </div>
      <Suspense>
        {copying && <CopyDialog channel={copying} onClose={() => setCopying(null)} />}
        {isAdding && <PostDialog onClose={() => setAdding(false)} />}
      </Suspense>
    </section>
  );
}
