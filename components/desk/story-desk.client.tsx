"use client";
import { lazy, type ReactNode, Suspense, useEffect, useMemo, useState } from "react";
import type { DeskStory } from "#domain/stories/find.ts";
import type { Language } from "#domain/vocabulary.ts";
import { useBodyEditor } from "../editor/body-editor.ts";
import { loadTheirs } from "../editor/load-theirs.ts";
import { Toolbar } from "../editor/toolbar.client.tsx";
import { Banner } from "../ui/badge.tsx";
import { StatusLine } from "../ui/status-line.tsx";
import { useWords } from "../words.client.tsx";
import type { DeskActions, StoryChoices } from "./actions.ts";
import { AsideBanner, LostBanner, OutcomeBanner } from "./banners.client.tsx";
import { Canvas } from "./canvas.client.tsx";
import { DeskBar } from "./desk-bar.client.tsx";
import { Details } from "./details.client.tsx";
import { MoveButtons } from "./move-buttons.client.tsx";
import { movesOf } from "./moves.ts";
import { PostsToChange } from "./sharing/posts-to-change.client.tsx";
import { StoryContext } from "./story-context.ts";
import { StoryFacts } from "./story-facts.client.tsx";
import { useChoices } from "./use-choices.ts";
import { useDraft } from "./use-draft.ts";
import { useHydrated, useIsMac } from "./use-hydrated.ts";
import { useKeys } from "./use-keys.ts";
import { useMoves } from "./use-moves.ts";
import { useRefreshOnPending } from "./use-refresh.ts";
import { useWordCount } from "./use-word-count.ts";

const OpenDialog = lazy(() =>
  import("./open-dialog.client.tsx").then(({ OpenDialog: loaded }) => ({ default: loaded })),
);

type StoryDeskProps = {
  desk: DeskStory;
  choices: StoryChoices;
  languages: readonly Language[];
  timeZone: string;
  outletName: string;
  actions: DeskActions;
};

/** An open story: the page that is being written, what is known about it, and what can be done with it. */
export function StoryDesk(props: StoryDeskProps) {
  const { desk, choices: given, languages, timeZone, outletName, actions } = props;
  const t = useWords("desk");
  const isAlive = useHydrated();
  const isMac = useIsMac();
  const { language } = desk.story;
  const mayType = isAlive && desk.may.write;
  const sentences = useSentences();
  const draft = useDraft({ desk, actions, noAnswer: sentences.noAnswer });
  const { autosave, saveState, fields, change, show } = draft;
  const editor = useBodyEditor({
    language,
    document: desk.head.document,
    isEditable: desk.may.write,
    label: t("body"),
    placeholder: t("bodyPlaceholder"),
    onTyped: autosave.touch,
  });
  useEffect(() => {
    draft.onScreen.current.editor = editor;
  }, [editor, draft.onScreen]);
  const moves = useMoves({ desk, actions, autosave, show, sentences });
  const [refused, setRefused] = useState<string | null>(null);
  const { choices, addWord } = useChoices({ given, language, actions, onRefused: setRefused });
  const words = useWordCount(editor, desk.head.words);
  const offered = movesOf(desk);
  useKeys({ editor, moves, offered, save: () => void autosave.flush() });
  useRefreshOnPending(desk, saveState);

  const open = useMemo(
    () => ({ desk, choices, fields, change, mayType, actions, languages, timeZone, outletName, addWord }),
    [desk, choices, fields, change, mayType, actions, languages, timeZone, outletName, addWord],
  );
  async function showTheirs() {
    const { noAnswer } = sentences;
    const ask = () => actions.open({ storyId: desk.story.id });
    setRefused(await loadTheirs({ autosave, open: ask, show, noAnswer }));
  }
  const buttons = { moves: offered, doing: moves.doing, isAlive, onMove: moves.start };
  const facts = (
    <StoryFacts
      words={words}
      onHistory={() => moves.open("history")}
      onEmbargo={() => moves.open("embargo")}
    />
  );

  return (
    <StoryContext value={open}>
      <h1 className="sr-only">{fields.headline || t("untitled")}</h1>
      <DeskBar
        saveState={saveState}
        onDetails={() => moves.open("details")}
        onShortcuts={() => moves.open("shortcuts")}
      >
        <MoveButtons {...buttons} place="bar" />
      </DeskBar>
      <div className="flex min-w-0 flex-1">
        <div className="min-w-0 flex-1">
          <div className="mx-auto flex w-full max-w-3xl flex-col gap-2 empty:hidden max-sm:px-2 max-sm:pt-2 sm:pt-4">
            <PostsToChange />
            {!desk.may.write && <Banner>{t(desk.story.stage === "ready" ? "closedReady" : "closed")}</Banner>}
            {saveState.aside && (
              <AsideBanner
                aside={saveState.aside}
                onLoad={() => void showTheirs()}
                onKeep={() => void autosave.keepMine()}
              />
            )}
            {draft.lost && (
              <LostBanner
                lost={draft.lost}
                onPutBack={() => void draft.putBack()}
                onForget={draft.throwAway}
              />
            )}
            {(refused ?? (moves.dialog ? null : moves.problem)) && (
              <StatusLine tone="bad">{refused ?? moves.problem}</StatusLine>
            )}
          </div>
          <Canvas
            editor={editor}
            toolbar={
              desk.may.write && <Toolbar editor={editor} isMac={isMac} onLink={() => moves.open("link")} />
            }
          />
          {moves.outcome && (
            <OutcomeBanner
              outcome={moves.outcome}
              onSee={(revisionId) => moves.open("history", revisionId)}
              onForget={moves.forget}
            />
          )}
        </div>
        <Beside>{facts}</Beside>
      </div>
      {moves.dialog && (
        <Suspense>
          <OpenDialog
            open={moves.dialog}
            moves={moves}
            editor={editor}
            isMac={isMac}
            details={
              <Details>
                <MoveButtons {...buttons} place="sheet" />
                {facts}
              </Details>
            }
          />
        </Suspense>
      )}
    </StoryContext>
  );
}

/** The details where there is room for them; on a phone a sheet has them. */
function Beside({ children }: { children: ReactNode }) {
  const t = useWords("desk");
  return (
    <aside
      aria-label={t("details")}
      className="sticky top-14 max-h-[calc(100dvh-3.5rem)] w-80 shrink-0 self-start overflow-y-auto border-line border-s bg-page px-5 py-6 max-lg:hidden xl:w-96"
    >
      <Details>{children}</Details>
    </aside>
  );
}

/** What is said when the newsroom doesn't answer as it should. */
function useSentences() {
  const t = useWords("desk");
  return { noAnswer: t("noAnswer"), notSaved: t("notSavedYet"), readersBehind: t("readersBehind") };
}
