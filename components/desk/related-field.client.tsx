"use client";
import { ArrowDown, ArrowUp, X } from "lucide-react";
import { useEffect, useState } from "react";
import type { RelatedStory } from "#domain/stories/related.ts";
import { LANGUAGES } from "#domain/vocabulary.ts";
import { IconButton } from "../ui/icon-button.client.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useWords } from "../words.client.tsx";
import { useStory } from "./story-context.ts";

const PAUSE_MS = 250;
const MOST = 10;

/** Stories that stand beside this one, in the order that an editor wants. */
export function RelatedField() {
  const { fields, change, mayType } = useStory();
  const t = useWords("desk");
  const { related } = fields;
  const [search, setSearch] = useState("");
  const known = useRelated("", related);
  const found = useRelated(search, []).filter(({ id }) => !related.includes(id));
  const titleOf = (id: string) => known.find((story) => story.id === id)?.headline || t("untitled");
  const swap = (at: number, other: number) => {
    const [one, two] = [related[at], related[other]];
    if (one && two) change({ related: related.with(at, two).with(other, one) });
  };
  return (
    <div className="flex flex-col gap-1.5">
      <TextField
        label={t("related")}
        type="search"
        placeholder={t("relatedSearch")}
        value={search}
        readOnly={!mayType || related.length >= MOST}
        dir="auto"
        autoComplete="off"
        onChange={setSearch}
      />
      {search.trim() !== "" && (
        <ul aria-label={t("relatedFound")} className="rounded-field border border-line">
          {found.length === 0 && <li className="px-3 py-2 text-ink-soft text-sm">{t("relatedNone")}</li>}
          {found.map((story) => (
            <li key={story.id}>
              <button
                type="button"
                onClick={() => {
                  change({ related: [...related, story.id] });
                  setSearch("");
                }}
                className="min-h-11 w-full cursor-pointer px-3 py-1.5 text-start text-sm hover:bg-tint"
              >
                <StoryTitle story={story} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <ol aria-label={t("related")} className="flex flex-col gap-1">
        {related.map((id, at) => {
          const story = known.find((each) => each.id === id);
          return (
            <li key={id} className="flex items-center rounded-field border border-line ps-3 text-sm">
              <span className="min-w-0 flex-1 py-1.5">
                {story ? <StoryTitle story={story} /> : t("untitled")}
              </span>
              {mayType && (
                <>
                  <IconButton
                    label={t("moveUp", { name: titleOf(id) })}
                    isDisabled={at === 0}
                    onPress={() => swap(at, at - 1)}
                  >
                    <ArrowUp size={16} aria-hidden />
                  </IconButton>
                  <IconButton
                    label={t("moveDown", { name: titleOf(id) })}
                    isDisabled={at === related.length - 1}
                    onPress={() => swap(at, at + 1)}
                  >
                    <ArrowDown size={16} aria-hidden />
                  </IconButton>
                  <IconButton
                    label={t("takeOut", { name: titleOf(id) })}
                    onPress={() => change({ related: related.toSpliced(at, 1) })}
                  >
                    <X size={16} aria-hidden />
                  </IconButton>
                </>
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}

function StoryTitle({ story }: { story: RelatedStory }) {
  const t = useWords("desk");
  const { language, headline, section, live } = story;
  return (
    <>
      <bdi lang={language} dir={LANGUAGES[language].direction} className="block font-medium">
        {headline || t("untitled")}
      </bdi>
      <span className="text-ink-soft text-xs">
        <bdi>{LANGUAGES[language].name}</bdi> · <bdi>{section}</bdi>
        {live !== "published" && ` · ${t("relatedGone")}`}
      </span>
    </>
  );
}

/** What the newsroom finds, a moment after the last letter; the former answer stays until then. */
function useRelated(search: string, ids: readonly string[]): RelatedStory[] {
  const { desk, actions } = useStory();
  const [found, setFound] = useState<RelatedStory[]>([]);
  const storyId = desk.story.id;
  const asked = ids.join();
  useEffect(() => {
    if (search.trim() === "" && asked === "") return;
    let isWanted = true;
    const look = async () => {
      const answer = await actions.listRelated({
        storyId,
        search,
        ids: asked === "" ? [] : asked.split(","),
      });
      if (isWanted && answer.ok) setFound(answer.value);
    };
    const timer = setTimeout(() => void look(), asked === "" ? PAUSE_MS : 0);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [actions, storyId, search, asked]);
  return found;
}
