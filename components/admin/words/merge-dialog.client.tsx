"use client";
import { type FormEvent, useRef, useState } from "react";
import type { Language } from "#domain/vocabulary.ts";
import type { ListedWord } from "#domain/words/list-words.ts";
import { ProblemBanner } from "../../auth/problem-banner.tsx";
import { useAct } from "../../auth/use-act.ts";
import { Button } from "../../ui/button.client.tsx";
import { Dialog, DialogActions } from "../../ui/dialog.client.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../words.client.tsx";
import { Label } from "./label.tsx";
import type { PagedKind, WordActions } from "./word-actions.ts";

type MergeDialogProps = {
  kind: PagedKind;
  wordId: string;
  name: string;
  language: Language;
  actions: Pick<WordActions, "find" | "merge">;
  onMerged: (intoId: string) => void;
  onClose: () => void;
};

const SHOWN = 8;

/** Finds the word that stays, by any of its names. */
export function MergeDialog({ kind, wordId, name, language, actions, onMerged, onClose }: MergeDialogProps) {
  const t = useWords("words");
  const { isActing, problem, perform } = useAct(t("noAnswer"));
  const [typed, setTyped] = useState("");
  const [found, setFound] = useState<ListedWord[] | null>(null);
  const [intoId, setIntoId] = useState<string | null>(null);
  const newest = useRef("");

  async function look(text: string) {
    setTyped(text);
    setIntoId(null);
    newest.current = text;
    if (text.trim() === "") return setFound(null);
    const answer = await perform(() => actions.find({ kind, search: text, limit: SHOWN + 1 }));
    // An answer to what was typed before says nothing about what stands there now.
    if (answer && newest.current === text) {
      setFound(answer.rows.filter((word) => word.wordId !== wordId).slice(0, SHOWN));
    }
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (intoId === null) return;
    const merged = await perform(() => actions.merge({ kind, wordId, intoId }));
    if (merged) onMerged(merged.intoId);
  }

  return (
    <Dialog title={t("mergeTitle", { name })} isOpen onClose={onClose}>
      <form method="post" onSubmit={submit} className="flex flex-col gap-4">
        <ProblemBanner sentence={problem?.message} />
        <TextField
          label={t("mergeFind")}
          type="search"
          value={typed}
          onChange={(text) => void look(text)}
          dir="auto"
          autoComplete="off"
          autoFocus
        />
        {found?.length === 0 && <p className="text-ink-soft text-sm">{t("mergeNone")}</p>}
        {found && found.length > 0 && (
          <fieldset className="flex flex-col">
            <legend className="sr-only">{t("mergeChoices")}</legend>
            {found.map((word) => (
              <label
                key={word.wordId}
                className="flex min-h-11 cursor-pointer items-center gap-3 rounded-lg px-2 hover:bg-tint"
              >
                <input
                  type="radio"
                  name="into"
                  checked={intoId === word.wordId}
                  onChange={() => setIntoId(word.wordId)}
                  className="size-4.5 shrink-0"
                />
                <span className="min-w-0 flex-1">
                  <Label word={word} language={language} />
                </span>
                <span className="text-ink-soft text-sm">{t("mergeStories", { count: word.stories })}</span>
              </label>
            ))}
          </fieldset>
        )}
        <DialogActions>
          <Button type="submit" variant="primary" isPending={isActing} isDisabled={intoId === null}>
            {t("mergeSubmit")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
