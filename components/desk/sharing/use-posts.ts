/** Acts on a story's posts: one at a time, the page's facts anew after each, a sentence when refused. */
import { useRouter } from "next/navigation";
import { useAct } from "../../auth/use-act.ts";
import { useWords } from "../../words.client.tsx";
import { useStory } from "../story-context.ts";

export function usePosts() {
  const t = useWords("desk");
  const router = useRouter();
  const { desk, actions } = useStory();
  const { isActing, problem, perform } = useAct(t("noAnswer"));
  const storyId = desk.story.id;
  const then = async (act: Parameters<typeof perform>[0]) => {
    const done = await perform(act);
    if (done !== null) router.refresh();
    return done !== null;
  };
  return {
    isActing,
    problem,
    add: (post: Omit<Parameters<typeof actions.addHandLine>[0], "storyId">) =>
      then(() => actions.addHandLine({ storyId, ...post })),
    changed: (handLineId: string) => then(() => actions.changedHandLine({ handLineId })),
    remove: (handLineId: string) => then(() => actions.removeHandLine({ handLineId })),
  };
}
