"use client";
import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useActionState, useState } from "react";
import { LANGUAGES, type Language } from "#domain/vocabulary.ts";
import type { StoryTemplate } from "#domain/writing/templates.ts";
import type { Answer } from "../editor/autosave.ts";
import { Button } from "../ui/button.client.tsx";
import { StatusLine } from "../ui/status-line.tsx";
import { useWords } from "../words.client.tsx";

const LAST_LANGUAGE = "dateline-language";
const YEAR_SECONDS = 31_536_000;

type NewStoryProps = {
  /** The one that this person wrote in last comes first. */
  languages: readonly Language[];
  templates: readonly StoryTemplate[];
  create: (input: { language: Language; templateId?: string }) => Promise<Answer<{ storyId: string }>>;
};

/** One press opens an empty story. With several languages the last one is chosen already. */
export function NewStory({ languages, templates, create }: NewStoryProps) {
  const t = useWords("desk");
  const router = useRouter();
  const [chosen, choose] = useState(languages[0]);
  const fitting = templates.filter(({ language }) => language === null || language === chosen);
  const [problem, submit, isPending] = useActionState(async (_: string | null, form: FormData) => {
    const language = languages.find((one) => one === form.get("language")) ?? languages[0];
    if (!language) return null;
    const templateId = String(form.get("template") ?? "") || undefined;
    const answer = await create({ language, templateId });
    if (!answer.ok) return answer.problem.message;
    // biome-ignore lint/suspicious/noDocumentCookie: read by the server to put this language first next time
    document.cookie = `${LAST_LANGUAGE}=${language}; path=/desk; max-age=${YEAR_SECONDS}; samesite=lax`;
    router.push(`/desk/stories/${answer.value.storyId}`);
    return null;
  }, null);
  return (
    <form action={submit} className="flex flex-wrap items-center gap-2">
      {languages.length > 1 && (
        <select
          name="language"
          aria-label={t("newStoryLanguage")}
          value={chosen}
          onChange={(event) => choose(languages.find((one) => one === event.currentTarget.value))}
          className="field-box w-auto cursor-pointer sm:pointer-fine:min-h-9 sm:pointer-fine:py-1"
        >
          {languages.map((language) => (
            <option key={language} value={language}>
              {LANGUAGES[language].name}
            </option>
          ))}
        </select>
      )}
      {fitting.length > 0 && (
        <select
          name="template"
          aria-label={t("newStoryTemplate")}
          className="field-box w-auto max-w-56 cursor-pointer sm:pointer-fine:min-h-9 sm:pointer-fine:py-1"
        >
          <option value="">{t("newStoryBlank")}</option>
          {fitting.map(({ id, name, section }) => (
            <option key={id} value={id}>
              {section ? `${name} · ${section}` : name}
            </option>
          ))}
        </select>
      )}
      <Button type="submit" variant="primary" isPending={isPending}>
        <Plus size={18} aria-hidden />
        {t("newStory")}
      </Button>
      {problem && <StatusLine tone="bad">{problem}</StatusLine>}
    </form>
  );
}
