"use client";
import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { LANGUAGES, type Language, PAGE_ROLES, type PageRole } from "#domain/vocabulary.ts";
import { ProblemBanner } from "../../auth/problem-banner.tsx";
import { type Act, errorOf, useAct } from "../../auth/use-act.ts";
import { Button } from "../../ui/button.client.tsx";
import { Dialog, DialogActions } from "../../ui/dialog.client.tsx";
import { Select } from "../../ui/select.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../words.client.tsx";

type NewPageInput = { language: Language; pageSlug: string; role: PageRole | null; headline: string };
type NewPageProps = {
  /** The first is chosen already. */
  languages: readonly Language[];
  /** Parts that a page has already. */
  taken: readonly (PageRole | null)[];
  create: Act<NewPageInput, { storyId: string }>;
};

/** Opens a page: what it is called, where it stands, what it is to the outlet. */
export function NewPage(props: NewPageProps) {
  const t = useWords("pages");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="primary" onPress={() => setOpen(true)}>
        <Plus size={18} aria-hidden />
        {t("add")}
      </Button>
      {isOpen && <NewPageDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function NewPageDialog({ languages, taken, create, onClose }: NewPageProps & { onClose: () => void }) {
  const t = useWords("pages");
  const router = useRouter();
  const { isActing, problem, perform } = useAct(t("noAnswer"));
  const free = PAGE_ROLES.filter((role) => !taken.includes(role));
  const [role, setRole] = useState<PageRole | "none">("none");
  const [typedSlug, setTypedSlug] = useState<string | null>(null);
  const pageSlug = typedSlug ?? (role === "none" ? "" : role);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const language = languages.find((one) => one === typed.get("language")) ?? languages[0] ?? "en";
    const page = { language, pageSlug, role: role === "none" ? null : role };
    const made = await perform(() => create({ ...page, headline: String(typed.get("headline")) }));
    if (made) router.push(`/desk/stories/${made.storyId}`);
  }
  return (
    <Dialog title={t("add")} isOpen onClose={onClose}>
      <form method="post" onSubmit={submit} className="flex flex-col gap-4">
        {!problem?.field && <ProblemBanner sentence={problem?.message} />}
        {languages.length > 1 && (
          <Select
            label={t("language")}
            name="language"
            choices={languages.map((code) => ({ value: code, label: LANGUAGES[code].name }))}
          />
        )}
        <TextField label={t("name")} name="headline" maxLength={300} required dir="auto" />
        <Select
          label={t("role")}
          description={t("roleHelp")}
          choices={[...free, "none" as const].map((value) => ({ value, label: t(`roles.${value}`) }))}
          value={role}
          onChange={setRole}
          error={errorOf(problem, "role")}
        />
        <TextField
          label={t("address")}
          description={t("addressHelp")}
          value={pageSlug}
          onChange={setTypedSlug}
          maxLength={40}
          required
          dir="ltr"
          autoCapitalize="none"
          spellCheck={false}
          error={errorOf(problem, "pageSlug")}
        />
        <DialogActions>
          <Button type="submit" variant="primary" isPending={isActing}>
            {t("create")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
