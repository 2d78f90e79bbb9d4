"use client";
import { type Editor, useEditorState } from "@tiptap/react";
import { ChevronDown, ChevronUp, X } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { LANGUAGES, type Language } from "#domain/vocabulary.ts";
import { Button } from "../../ui/button.client.tsx";
import { IconButton } from "../../ui/icon-button.client.tsx";
import { useWords } from "../../words.client.tsx";
import { FIND, type FindingChange, findPlugin } from "./find-plugin.ts";

type FindBarProps = { editor: Editor; language: Language; onClose: () => void };

/** Find in the story, and put something else in its place. Letters are compared as people mean them. */
export function FindBar({ editor, language, onClose }: FindBarProps) {
  const t = useWords("editor");
  const [words, setWords] = useState("");
  const [instead, setInstead] = useState("");
  const field = useRef<HTMLInputElement>(null);
  useFinding(editor, language);
  const { at, found } = useEditorState({
    editor,
    selector: ({ editor: now }) => {
      const finding = FIND.getState(now.state);
      return { at: finding?.at ?? 0, found: finding?.found.length ?? 0 };
    },
  });
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);

  const tell = (change: FindingChange) => editor.view.dispatch(editor.state.tr.setMeta(FIND, change));
  const go = (step: 1 | -1) => {
    if (found === 0) return;
    tell({ at: (at + step + found) % found });
    show(editor);
  };
  const close = () => {
    onClose();
    editor.commands.focus();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "Escape") close();
    else if (event.key === "Enter") go(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  };
  const own = { lang: language, dir: LANGUAGES[language].direction, autoComplete: "off", spellCheck: false };
  return (
    <search
      aria-label={t("find")}
      className="flex flex-wrap items-center gap-1.5 border-line border-t py-1.5 text-sm"
    >
      <input
        {...own}
        ref={field}
        aria-label={t("findWords")}
        placeholder={t("findWords")}
        value={words}
        onKeyDown={press}
        onChange={(event) => {
          setWords(event.currentTarget.value);
          tell({ words: event.currentTarget.value });
          show(editor);
        }}
        className="field-box min-w-36 flex-1 py-1"
      />
      <span role="status" className="min-w-16 text-ink-soft tabular-nums">
        {words.trim() === ""
          ? ""
          : found === 0
            ? t("foundNothing")
            : t("foundAt", { at: at + 1, all: found })}
      </span>
      <IconButton label={t("findPrevious")} isDisabled={found === 0} onPress={() => go(-1)}>
        <ChevronUp size={18} aria-hidden />
      </IconButton>
      <IconButton label={t("findNext")} isDisabled={found === 0} onPress={() => go(1)}>
        <ChevronDown size={18} aria-hidden />
      </IconButton>
      {editor.isEditable && (
        <>
          <input
            {...own}
            aria-label={t("replaceWith")}
            placeholder={t("replaceWith")}
            value={instead}
            onKeyDown={(event) => event.key === "Escape" && close()}
            onChange={(event) => setInstead(event.currentTarget.value)}
            className="field-box min-w-32 flex-1 py-1"
          />
          <Button size="small" isDisabled={found === 0} onPress={() => replaceOne(editor, instead)}>
            {t("replace")}
          </Button>
          <Button size="small" isDisabled={found === 0} onPress={() => replaceAll(editor, instead)}>
            {t("replaceAll")}
          </Button>
        </>
      )}
      <IconButton label={t("findClose")} onPress={close}>
        <X size={18} aria-hidden />
      </IconButton>
    </search>
  );
}

function useFinding(editor: Editor, language: Language): void {
  useEffect(() => {
    editor.registerPlugin(findPlugin(language));
    return () => void editor.unregisterPlugin(FIND);
  }, [editor, language]);
}

/** Brings the place where one is into sight without taking the focus from the field. */
function show(editor: Editor): void {
  requestAnimationFrame(() => {
    editor.view.dom.querySelector(".found-here")?.scrollIntoView({ block: "center", behavior: "instant" });
  });
}

function replaceOne(editor: Editor, instead: string): void {
  const finding = FIND.getState(editor.state);
  const place = finding?.found[finding.at];
  if (!place) return;
  editor.view.dispatch(editor.state.tr.insertText(instead, place.from, place.to));
  show(editor);
}

/** All in one step, so that one "undo" takes them all back; from the end, so that places stay true. */
function replaceAll(editor: Editor, instead: string): void {
  const { tr } = editor.state;
  for (const { from, to } of (FIND.getState(editor.state)?.found ?? []).toReversed()) {
    tr.insertText(instead, from, to);
  }
  editor.view.dispatch(tr);
}
