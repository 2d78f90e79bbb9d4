"use client";
import { Banner } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.client.tsx";
import { ExternalLink } from "../../ui/link.tsx";
import { StatusLine } from "../../ui/status-line.tsx";
import { useWords } from "../../words.client.tsx";
import { useStory } from "../story-context.ts";
import { usePosts } from "./use-posts.ts";

/** After a notice: the posts that don't say it yet, each with "I changed it", until all are done. */
export function PostsToChange() {
  const { desk } = useStory();
  const t = useWords("desk");
  const { isActing, problem, changed } = usePosts();
  const toDo = desk.posts.filter((post) => post.toDo !== null);
  if (toDo.length === 0) return null;
  const isGone = desk.story.live !== "published";
  return (
    <Banner tone="care">
      <p>{t(isGone ? "sharing.toDoGone" : "sharing.toDo", { count: toDo.length })}</p>
      <ul aria-label={t("sharing.postsToChange")} className="mt-2 flex flex-col gap-1.5">
        {toDo.map(({ id, channel, url, note }) => {
          const name = t(`sharing.channel.${channel}`);
          return (
            <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="min-w-0 flex-1 basis-40">
                {url === "" ? (
                  t("sharing.postOn", { channel: name })
                ) : (
                  <ExternalLink href={url}>{t("sharing.postOn", { channel: name })}</ExternalLink>
                )}
                {note !== "" && <bdi className="ms-2 opacity-80">{note}</bdi>}
              </span>
              {desk.may.keepPosts && (
                <Button
                  size="small"
                  isDisabled={isActing}
                  aria-label={t("sharing.iChangedPost", { channel: name })}
                  onPress={() => void changed(id)}
                >
                  {t("sharing.iChanged")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {problem && <StatusLine tone="bad">{problem.message}</StatusLine>}
    </Banner>
  );
}
