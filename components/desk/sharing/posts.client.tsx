"use client";
import { Trash2 } from "lucide-react";
import { NewsroomTime } from "../../time.client.tsx";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.client.tsx";
import { IconButton } from "../../ui/icon-button.client.tsx";
import { ExternalLink } from "../../ui/link.tsx";
import { StatusLine } from "../../ui/status-line.tsx";
import { useWords } from "../../words.client.tsx";
import { useStory } from "../story-context.ts";
import { usePosts } from "./use-posts.ts";

/** Where the story was posted by hand, by whom and when; what is yet to be changed stands first. */
export function Posts() {
  const { desk, timeZone } = useStory();
  const t = useWords("desk");
  const { isActing, problem, changed, remove } = usePosts();
  if (desk.posts.length === 0) return null;
  return (
    <>
      <ul aria-label={t("sharing.posts")} className="flex flex-col gap-3">
        {desk.posts.map((post) => {
          const name = t(`sharing.channel.${post.channel}`);
          return (
            <li key={post.id} className="border-line border-s-2 ps-3">
              <div className="flex items-start justify-between gap-2">
                <span className="min-w-0">
                  {post.url === "" ? name : <ExternalLink href={post.url}>{name}</ExternalLink>}{" "}
                  {post.toDo && <Badge tone="care">{t(`notice.${post.toDo}`)}</Badge>}
                </span>
                {desk.may.keepPosts && (
                  <IconButton
                    label={t("sharing.remove", { channel: name })}
                    isDisabled={isActing}
                    onPress={() => void remove(post.id)}
                  >
                    <Trash2 size={16} aria-hidden />
                  </IconButton>
                )}
              </div>
              <span className="block text-ink-soft">
                <NewsroomTime at={post.postedAt} timeZone={timeZone} />{" "}
                {post.postedByName && <bdi>{t("sharing.by", { name: post.postedByName })}</bdi>}
              </span>
              {post.note !== "" && (
                <span dir="auto" className="block text-ink-soft">
                  {post.note}
                </span>
              )}
              {post.changedAt && (
                <span className="block text-ink-soft">
                  {t("sharing.changedAt")} <NewsroomTime at={post.changedAt} timeZone={timeZone} />{" "}
                  {post.changedByName && <bdi>{t("sharing.by", { name: post.changedByName })}</bdi>}
                </span>
              )}
              {post.toDo && desk.may.keepPosts && (
                <Button
                  size="small"
                  className="mt-1.5"
                  isDisabled={isActing}
                  aria-label={t("sharing.iChangedPost", { channel: name })}
                  onPress={() => void changed(post.id)}
                >
                  {t("sharing.iChanged")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {problem && <StatusLine tone="bad">{problem.message}</StatusLine>}
    </>
  );
}
