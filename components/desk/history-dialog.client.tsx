"use client";
import { EditorContent } from "@tiptap/react";
import { useEffect, useState } from "react";
import type { RevisionLine } from "#domain/stories/revisions.ts";
import { LANGUAGES } from "#domain/vocabulary.ts";
import { useBodyEditor } from "../editor/body-editor.ts";
import { Time } from "../time.client.tsx";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.client.tsx";
import { cx } from "../ui/cx.ts";
import { Dialog } from "../ui/dialog.client.tsx";
import { StatusLine } from "../ui/status-line.tsx";
import { useWords } from "../words.client.tsx";
import type { OldRevision } from "./actions.ts";
import { useStory } from "./story-context.ts";

const PAGE = 50;

type HistoryDialogProps = {
  /** The revision to look at first; null: the list alone. */
  first: string | null;
  isPending: boolean;
  problem: string | null;
  onRestore: (revision: OldRevision) => void;
  onClose: () => void;
};

/** What the story said before: the list, one version to look at, and the way to bring it back. */
export function HistoryDialog({ first, isPending, problem, onRestore, onClose }: HistoryDialogProps) {
  const { desk, actions, mayType } = useStory();
  const t = useWords("desk");
  const [lines, setLines] = useState<RevisionLine[]>([]);
  const [hasMore, setMore] = useState(false);
  const [looked, setLooked] = useState<OldRevision | null>(null);
  const [sentence, setSentence] = useState<string | null>(null);
  const storyId = desk.story.id;

  async function load(before?: number) {
    const answer = await actions.listRevisions({ storyId, before, limit: PAGE });
    if (!answer.ok) return setSentence(answer.problem.message);
    setLines((known) => (before === undefined ? answer.value : [...known, ...answer.value]));
    setMore(answer.value.length === PAGE);
  }
  async function look(revisionId: string) {
    const answer = await actions.lookAt({ revisionId });
    if (answer.ok) setLooked(answer.value);
    else setSentence(answer.problem.message);
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the dialog opens
  useEffect(() => {
    void load();
    if (first) void look(first);
  }, []);

  return (
    <Dialog title={t("history")} isOpen onClose={onClose} size="page">
      {(sentence ?? problem) && <StatusLine tone="bad">{sentence ?? problem}</StatusLine>}
      <div className="grid gap-6 sm:grid-cols-[minmax(0,18rem)_minmax(0,1fr)]">
        <div className={cx(looked && "max-sm:hidden")}>
          <ol aria-label={t("history")}>
            {lines.map((line) => (
              <RevisionRow
                key={line.id}
                line={line}
                isLooked={looked?.id === line.id}
                onLook={() => void look(line.id)}
              />
            ))}
          </ol>
          {hasMore && (
            <Button variant="quiet" onPress={() => void load(lines.at(-1)?.seq)}>
              {t("historyOlder")}
            </Button>
          )}
        </div>
        {looked ? (
          <div>
            <div className="flex flex-wrap gap-2 pb-3">
              <Button className="sm:hidden" onPress={() => setLooked(null)}>
                {t("historyBack")}
              </Button>
              {mayType && looked.id !== desk.story.headRevisionId && (
                <Button variant="primary" isPending={isPending} onPress={() => onRestore(looked)}>
                  {t("restore")}
                </Button>
              )}
            </div>
            <Looked key={looked.id} revision={looked} />
          </div>
        ) : (
          <p className="text-ink-soft text-sm max-sm:hidden">{t("historyChoose")}</p>
        )}
      </div>
    </Dialog>
  );
}

type RevisionRowProps = { line: RevisionLine; isLooked: boolean; onLook: () => void };

function RevisionRow({ line, isLooked, onLook }: RevisionRowProps) {
  const { timeZone } = useStory();
  const t = useWords("desk");
  return (
    <li>
      <button
        type="button"
        aria-pressed={isLooked}
        onClick={onLook}
        className="flex min-h-11 w-full cursor-pointer flex-col gap-0.5 rounded-field px-3 py-2 text-start text-sm hover:bg-tint aria-pressed:bg-accent-tint"
      >
        <span className="flex flex-wrap items-center gap-x-2">
          <Time at={line.savedAt} timeZone={timeZone} className="font-medium" />
          {line.publicationNumber !== null && (
            <Badge tone="good">{t("historySent", { number: String(line.publicationNumber) })}</Badge>
          )}
          {line.kind !== "save" && <Badge>{t(`revision.${line.kind}`)}</Badge>}
        </span>
        <span className="text-ink-soft">
          <bdi>{line.authorName ?? t("machine")}</bdi> · {t("words", { count: line.words })}
        </span>
      </button>
    </li>
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
      <div className="story-head">
        <p className="text-ink-soft text-sm">{fields.kicker}</p>
        <p className="story-headline">{fields.headline}</p>
        <p className="story-standfirst">{fields.standfirst}</p>
      </div>
      <EditorContent editor={editor} />
    </div>
  );
}
