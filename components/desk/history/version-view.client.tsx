"use client";
import { EditorContent } from "@tiptap/react";
import { ArrowLeft } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { HistoryLine } from "#domain/history/list-history.ts";
import { LANGUAGES } from "#domain/vocabulary.ts";
import { useBodyEditor } from "../../editor/body-editor.ts";
import { Time } from "../../time.client.tsx";
import { Button } from "../../ui/button.client.tsx";
import { buttonLook } from "../../ui/button-look.ts";
import { useWords } from "../../words.client.tsx";
import type { OldRevision } from "../actions.ts";
import { useStory } from "../story-context.ts";
import { CompareAny, type Pair } from "./compare-any.client.tsx";
import { ComparedPictures } from "./compared-pictures.client.tsx";
import { Comparison } from "./comparison.client.tsx";
import { NameVersion } from "./name-version.client.tsx";
import { WhoWrote } from "./who-wrote.client.tsx";

const MODES = ["text", "own", "compare", "authors"] as const;
export type Mode = (typeof MODES)[number];

type VersionViewProps = {
  revision: OldRevision;
  /** The version before it; null: there is none. */
  beforeId: string | null;
  lines: readonly HistoryLine[];
  mode: Mode;
  pair: Pair;
  isPending: boolean;
  onMode: (mode: Mode) => void;
  onPair: (pair: Pair) => void;
  onNamed: () => void;
  onRestore: () => void;
  onBack: () => void;
};

/** One version: its text, what changed in it, beside any other one, who wrote what; and the way to bring it back. */
export function VersionView(props: VersionViewProps) {
  const { revision, beforeId, lines, mode, pair, isPending, onMode, onPair, onNamed, onRestore, onBack } =
    props;
  const { desk, mayType, timeZone } = useStory();
  const t = useWords("desk");
  const [isNaming, startNaming] = useState(false);
  const marks = lines.flatMap((line) => line.marks);
  const name = marks.find(({ revisionId }) => revisionId === revision.id)?.name ?? "";
  const offered = MODES.filter((each) => each !== "own" || beforeId !== null);
  return (
    <div className="min-w-0">
      <div className="flex flex-wrap items-center gap-2 pb-3">
        <Button className="sm:hidden" size="small" onPress={onBack}>
          <ArrowLeft size={16} aria-hidden className="rtl:-scale-x-100" /> {t("historyBack")}
        </Button>
        <p className="min-w-0 flex-1 basis-40 text-sm">
          {name !== "" && (
            <b className="block">
              <bdi>{name}</bdi>
            </b>
          )}
          <Time at={revision.savedAt} timeZone={timeZone} /> · <bdi>{revision.authorName}</bdi>
        </p>
        {mayType && (
          <Button size="small" onPress={() => startNaming(!isNaming)}>
            {t(name === "" ? "versions.name" : "versions.rename")}
          </Button>
        )}
        {mayType && revision.id !== desk.story.headRevisionId && (
          <Button size="small" variant="primary" isPending={isPending} onPress={onRestore}>
            {t("restore")}
          </Button>
        )}
      </div>
      {isNaming && (
        <NameVersion
          {...{ revisionId: revision.id, name }}
          onNamed={() => {
            startNaming(false);
            onNamed();
          }}
          onCancel={() => startNaming(false)}
        />
      )}
      <fieldset className="mb-4 flex flex-wrap gap-1 border-line border-b pb-2">
        <legend className="sr-only">{t("versions.modes")}</legend>
        {offered.map((each) => (
          <ModeButton key={each} isOn={mode === each} onPress={() => onMode(each)}>
            {t(`versions.${each}`)}
          </ModeButton>
        ))}
      </fieldset>
      {mode === "text" && <Looked revision={revision} />}
      {mode === "own" && beforeId !== null && (
        <Comparison fromId={beforeId} toId={revision.id} nothing={t("versions.sameHere")} />
      )}
      {mode === "compare" && <CompareAny {...{ pair, lines }} looked={revision} onChoose={onPair} />}
      {mode === "authors" && <WhoWrote revisionId={revision.id} />}
    </div>
  );
}

function ModeButton({
  isOn,
  onPress,
  children,
}: {
  isOn: boolean;
  onPress: () => void;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      onClick={onPress}
      className={buttonLook("quiet", "small", "aria-pressed:bg-accent-tint aria-pressed:text-accent-strong")}
    >
      {children}
    </button>
  );
}

/** A version as it stood: the same editor, closed to typing. */
function Looked({ revision }: { revision: OldRevision }) {
  const t = useWords("desk");
  const { language, fields, document } = revision;
  const editor = useBodyEditor({ language, document, isEditable: false, label: t("historyBody") });
  return (
    <div
      lang={language}
      dir={LANGUAGES[language].direction}
      className="rounded-xl border border-line bg-page px-5 py-4"
    >
      {fields.lead && (
        <ComparedPictures
          before={fields.lead.pictureId}
          after={fields.lead.pictureId}
          crops={[fields.lead.crop, fields.lead.crop]}
        />
      )}
      <div className="story-head">
        <p className="text-ink-soft text-sm">{fields.kicker}</p>
        <p className="story-headline">{fields.headline}</p>
        <p className="story-standfirst">{fields.standfirst}</p>
      </div>
      <EditorContent editor={editor} />
    </div>
  );
}
