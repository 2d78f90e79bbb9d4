"use client";
import { type FormEvent, useState } from "react";
import { LANGUAGES, type Language } from "#domain/vocabulary.ts";
import { ProblemBanner } from "../auth/problem-banner.tsx";
import { type Answer, errorOf, useAct } from "../auth/use-act.ts";
import { Button } from "../ui/button.client.tsx";
import { Dialog, DialogActions } from "../ui/dialog.client.tsx";
import { Select } from "../ui/select.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useWords } from "../words.client.tsx";

export type TemplateTerms = { name: string; language: Language | null; sectionId: string | null };

type TemplateDialogProps = {
  title: string;
  description?: string;
  terms: TemplateTerms;
  languages: readonly Language[];
  sections: readonly { id: string; label: string }[];
  keep: (terms: TemplateTerms) => Promise<Answer<unknown>>;
  onKept: () => void;
  onClose: () => void;
};

const EVERY = "every";

/** What a template is called and what it is for. */
export function TemplateDialog(props: TemplateDialogProps) {
  const { title, description, terms, languages, sections, keep, onKept, onClose } = props;
  const t = useWords("writing");
  const { isActing, problem, perform } = useAct(t("noAnswer"));
  const [name, setName] = useState(terms.name);
  const [language, setLanguage] = useState<Language | typeof EVERY>(terms.language ?? EVERY);
  const [sectionId, setSectionId] = useState(terms.sectionId ?? EVERY);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const kept = await perform(() =>
      keep({
        name,
        language: language === EVERY ? null : language,
        sectionId: sectionId === EVERY ? null : sectionId,
      }),
    );
    if (kept !== null) onKept();
  }

  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <form method="post" onSubmit={submit} className="flex flex-col gap-4">
        {description && <p className="text-ink-soft text-sm">{description}</p>}
        {!problem?.field && <ProblemBanner sentence={problem?.message} />}
        <TextField
          label={t("templateName")}
          value={name}
          onChange={setName}
          error={errorOf(problem, "name")}
          maxLength={60}
          dir="auto"
          autoComplete="off"
          autoFocus
        />
        <Select
          label={t("forLanguage")}
          value={language}
          onChange={setLanguage}
          choices={[
            { value: EVERY, label: t("everyLanguage") },
            ...languages.map((code) => ({ value: code, label: LANGUAGES[code].name })),
          ]}
        />
        <Select
          label={t("forSection")}
          value={sectionId}
          onChange={setSectionId}
          error={errorOf(problem, "sectionId")}
          choices={[
            { value: EVERY, label: t("everySection") },
            ...sections.map(({ id, label }) => ({ value: id, label })),
          ]}
        />
        <DialogActions>
          <Button type="submit" variant="primary" isPending={isActing}>
            {t("save")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
