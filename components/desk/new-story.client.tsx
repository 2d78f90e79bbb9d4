"use client";
import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useActionState } from "react";
import { LANGUAGES, type Language } from "#domain/vocabulary.ts";
import type { Answer } from "../editor/autosave.ts";
import { Button } from "../ui/button.client.tsx";
import { StatusLine } from "../ui/status-line.tsx";
import { useWords } from "../words.client.tsx";

const LAST_LANGUAGE = "dateline-language";
const YEAR_SECONDS = 31_536_000;

type NewStoryProps = {
  /** The one that this person wrote in last comes first. */
  languages: readonly Language[];
  create: (input: { language: Language }) => Promise<Answer<{ storyId: string }>>;
};

/** One press opens an empty story. With several languages the last one is chosen already. */
export function NewStory({ languages, create }: NewStoryProps) {
  const t = useWords("desk");
  const router = useRouter();
  const [problem, submit, isPending] = useActionState(async (_: string | null, form: FormData) => {
    const language = languages.find((one) => one === form.get("language")) ?? languages[0];
    if (!language) return null;
    const answer = await create({ language });
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
          defaultValue={languages[0]}
          className="field-box w-auto cursor-pointer sm:pointer-fine:min-h-9 sm:pointer-fine:py-1"
        >
          {languages.map((language) => (
            <option key={language} value={language}>
              {LANGUAGES[language].name}
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
