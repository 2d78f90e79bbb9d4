"use client";
import { EditorContent } from "@tiptap/react";
import { type FormEvent, useState } from "react";
import type { StoredDocument } from "#db/shapes.ts";
import { LANGUAGES, type Language } from "#domain/vocabulary.ts";
import { ProblemBanner } from "../auth/problem-banner.tsx";
import { errorOf, useAct } from "../auth/use-act.ts";
import { documentOf, useBodyEditor } from "../editor/body-editor.ts";
import { Button } from "../ui/button.client.tsx";
import { Dialog, DialogActions } from "../ui/dialog.client.tsx";
import { RadioGroup } from "../ui/radio-group.tsx";
import { Select } from "../ui/select.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useWords } from "../words.client.tsx";
import type { SnippetActions } from "./writing-actions.ts";

export type SnippetDraft = {
  snippetId?: string;
  name: string;
  language: Language | null;
  owner: "own" | "newsroom";
  document: StoredDocument;
};

type SnippetDialogProps = {
  draft: SnippetDraft;
  languages: readonly Language[];
  /** Whether this person keeps the newsroom's own. */
  mayShare: boolean;
  keep: SnippetActions["keep"];
  onKept: () => void;
  onClose: () => void;
};

/** Words under a name, for oneself or for all. */
export function SnippetDialog({ draft, languages, mayShare, keep, onKept, onClose }: SnippetDialogProps) {
  const t = useWords("writing");
  const { isActing, problem, perform } = useAct(t("noAnswer"));
  const [name, setName] = useState(draft.name);
  const [language, setLanguage] = useState<Language | "every">(draft.language ?? "every");
  const [owner, setOwner] = useState(draft.owner);
  const editor = useBodyEditor({
    language: draft.language ?? languages[0] ?? "en",
    document: draft.document,
    isEditable: true,
    label: t("snippetText"),
  });

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!editor) return;
    const snippet = { name, owner, language: language === "every" ? null : language };
    const kept = await perform(() =>
      keep({ ...snippet, snippetId: draft.snippetId, document: documentOf(editor) }),
    );
    if (kept) onKept();
  }

  return (
    <Dialog title={t(draft.snippetId ? "snippet" : "newSnippet")} isOpen onClose={onClose}>
      <form method="post" onSubmit={submit} className="flex flex-col gap-4">
        {!problem?.field && <ProblemBanner sentence={problem?.message} />}
        <TextField
          label={t("snippetName")}
          description={t("snippetNameHelp")}
          value={name}
          onChange={(text) => setName(text.replace(/\s/g, "-"))}
          error={errorOf(problem, "name")}
          maxLength={60}
          dir="auto"
          autoComplete="off"
          autoFocus
        />
        <div className="small-body field-box max-h-60 overflow-y-auto">
          <EditorContent editor={editor} />
        </div>
        <Select
          label={t("forLanguage")}
          value={language}
          onChange={setLanguage}
          choices={[
            { value: "every", label: t("everyLanguage") },
            ...languages.map((code) => ({ value: code, label: LANGUAGES[code].name })),
          ]}
        />
        {mayShare && (
          <RadioGroup
            label={t("owner")}
            value={owner}
            onChange={setOwner}
            choices={(["own", "newsroom"] as const).map((value) => ({ value, label: t(`ownerOf.${value}`) }))}
          />
        )}
        <DialogActions>
          <Button type="submit" variant="primary" isPending={isActing}>
            {t("save")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
