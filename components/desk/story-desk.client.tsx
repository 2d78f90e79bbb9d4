"use client";
import { lazy, type ReactNode, Suspense, useMemo, useState } from "react";
import type { DeskStory } from "#domain/stories/find.ts";
import type { Language } from "#domain/vocabulary.ts";
import { BodyToolsContext } from "../editor/blocks/body-tools.ts";
import { EditorTools } from "../editor/editor-tools.client.tsx";
import { loadTheirs } from "../editor/load-theirs.ts";
import type { RoomOpening } from "../room/room-parts.ts";
import { useWords } from "../words.client.tsx";
import { AboveThePage } from "./above-the-page.client.tsx";
import type { DeskActions, StoryChoices } from "./actions.ts";
import { OutcomeBanner } from "./banners.client.tsx";
import { Canvas } from "./canvas.client.tsx";
import { DeskBar } from "./desk-bar.client.tsx";
import { Details } from "./details.client.tsx";
import { MoveButtons } from "./move-buttons.client.tsx";
import { movesOf } from "./moves.ts";
import { type OpenStory, StoryContext } from "./story-context.ts";
import { StoryFacts } from "./story-facts.client.tsx";
import { useAddressedDialog } from "./use-addressed-dialog.ts";
import { useAsking } from "./use-asking.ts";
import { useBodyTools } from "./use-body-tools.ts";
import { useChoices } from "./use-choices.ts";
import { useDraft } from "./use-draft.ts";
import { useHydrated, useIsMac } from "./use-hydrated.ts";
import { useKeys } from "./use-keys.ts";
import { useMoves } from "./use-moves.ts";
import { useRefreshOnPending } from "./use-refresh.ts";
import { useStoryEditor } from "./use-story-editor.ts";
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
  style: OpenStory["style"];
  actions: DeskActions;
  /** The story's room; null: there is none to be had. */
  opening: RoomOpening | null;
};

/** An open story: the page that is being written, what is known about it, and what can be done with it. */
export function StoryDesk(props: StoryDeskProps) {
  const { desk, choices: given, languages, timeZone, outletName, style, actions, opening } = props;
  const t = useWords("desk");
  const isAlive = useHydrated();
  const isMac = useIsMac();
  const { language } = desk.story;
  const sentences = useSentences();
  const draft = useDraft({ desk, opening, actions, noAnswer: sentences.noAnswer });
  const { room, shared, saver, saveState, fields, change, show } = draft;
  const mayWrite = desk.may.write && saveState.status !== "readOnly";
  const mayType = isAlive && mayWrite;
  const pictures = useBodyTools();
  const editor = useStoryEditor({ desk, draft, mayWrite, pictures });
  const moves = useMoves({ desk, actions, saver, show, sentences });
  useAddressedDialog(moves);
  pictures.connect({ editor, open: () => moves.open("pictures"), close: moves.close });
  const asking = useAsking({ moves, pictures, actions, language });
  const [refused, setRefused] = useState<string | null>(null);
  const { choices, addWord } = useChoices({ given, language, actions, onRefused: setRefused });
  const words = useWordCount(editor, desk.head.words);
  const offered = movesOf(desk);
  useKeys({ editor, moves, offered, save: () => void saver.flush(), find: () => asking.ask("find") });
  useRefreshOnPending(desk, saveState);

  const open = useMemo(
    () => ({
      ...{ desk, choices, fields, change, mayType, actions, languages, timeZone, outletName, addWord },
      ...{ style, room, shared },
    }),
    [
      desk,
      choices,
      fields,
      change,
      mayType,
      actions,
      languages,
      timeZone,
      outletName,
      addWord,
      style,
      room,
      shared,
    ],
  );
  async function showTheirs() {
    const { noAnswer } = sentences;
    const ask = () => actions.open({ storyId: desk.story.id });
    setRefused(await loadTheirs({ autosave: draft.autosave, open: ask, show, noAnswer }));
  }
  const buttons = { moves: offered, doing: moves.doing, isAlive, onMove: moves.start };
  const facts = (
    <StoryFacts
      words={words}
      onHistory={() => moves.open("history")}
      onEmbargo={() => moves.open("embargo")}
      onTemplate={() => moves.open("template")}
      onChanges={() => moves.open("changes")}
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
          <AboveThePage
            {...{ draft, editor }}
            onLoadTheirs={() => void showTheirs()}
            onCompare={(fromId, toId) => moves.open("history", toId, fromId)}
            problem={refused ?? (moves.dialog ? null : moves.problem)}
          />
          <BodyToolsContext value={pictures.tools}>
            <Canvas
              editor={editor}
              toolbar={mayWrite && <EditorTools {...{ editor, isMac, language, asking }} />}
            />
          </BodyToolsContext>
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
            request={pictures.request}
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
