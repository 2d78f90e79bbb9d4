"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useState } from "react";
import { sitePagePath } from "#domain/site.ts";
import { PAGE_ROLES, type PageRole } from "#domain/vocabulary.ts";
import { ProblemBanner } from "../../auth/problem-banner.tsx";
import { errorOf, useAct } from "../../auth/use-act.ts";
import { Button } from "../../ui/button.client.tsx";
import { Dialog, DialogActions } from "../../ui/dialog.client.tsx";
import { Select } from "../../ui/select.tsx";
import { StatusLine } from "../../ui/status-line.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../words.client.tsx";
import { useStory } from "../story-context.ts";

/** What is known of a page beside its text: where it stands, and what it is to the outlet. */
export function PageDetails({ children }: { children: ReactNode }) {
  return (
    <div className="flex flex-col gap-6">
      {children}
      <Address />
      <Role />
    </div>
  );
}

function Address() {
  const { desk } = useStory();
  const t = useWords("pages");
  const [isOpen, setOpen] = useState(false);
  const [isMoved, setMoved] = useState(false);
  const { pageSlug, language } = desk.story;
  return (
    <div className="flex flex-col items-start gap-1.5">
      <h3 className="font-medium text-sm">{t("address")}</h3>
      <p dir="ltr" className="max-w-full break-words">
        {sitePagePath(language, pageSlug ?? "")}
      </p>
      {desk.may.move && (
        <Button size="small" onPress={() => setOpen(true)}>
          {t("move")}
        </Button>
      )}
      <StatusLine tone="good">{isMoved && t("moved")}</StatusLine>
      {isOpen && (
        <MoveDialog
          onClose={() => setOpen(false)}
          onMoved={() => {
            setOpen(false);
            setMoved(true);
          }}
        />
      )}
    </div>
  );
}

function MoveDialog({ onClose, onMoved }: { onClose: () => void; onMoved: () => void }) {
  const { desk, actions } = useStory();
  const t = useWords("pages");
  const router = useRouter();
  const { isActing, problem, perform } = useAct(t("noAnswer"));

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    event.stopPropagation();
    const pageSlug = String(new FormData(event.currentTarget).get("pageSlug"));
    const moved = await perform(() => actions.movePage({ storyId: desk.story.id, pageSlug }));
    if (!moved) return;
    onMoved();
    router.refresh();
  }
  return (
    <Dialog title={t("moveTitle")} isOpen onClose={onClose}>
      <form method="post" onSubmit={submit} className="flex flex-col gap-4">
        <p className="text-ink-soft">{t("moveLead")}</p>
        {!problem?.field && <ProblemBanner sentence={problem?.message} />}
        <TextField
          label={t("address")}
          description={t("addressHelp")}
          name="pageSlug"
          defaultValue={desk.story.pageSlug ?? ""}
          maxLength={40}
          required
          dir="ltr"
          autoCapitalize="none"
          spellCheck={false}
          error={errorOf(problem, "pageSlug")}
        />
        <DialogActions>
          <Button type="submit" variant="primary" isPending={isActing}>
            {t("moveSubmit")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function Role() {
  const { desk, actions } = useStory();
  const t = useWords("pages");
  const router = useRouter();
  const { isActing, problem, perform } = useAct(t("noAnswer"));
  const [isSaved, setSaved] = useState(false);
  const { id: storyId, pageRole } = desk.story;

  async function choose(role: PageRole | "none") {
    setSaved(false);
    const done = await perform(() => actions.setPageRole({ storyId, role: role === "none" ? null : role }));
    if (!done) return;
    setSaved(true);
    router.refresh();
  }
  const choices = [...PAGE_ROLES, "none" as const];
  return (
    <div>
      <Select
        label={t("role")}
        description={t("roleHelp")}
        choices={choices.map((value) => ({ value, label: t(`roles.${value}`) }))}
        value={pageRole ?? "none"}
        onChange={(role) => void choose(role)}
        disabled={!desk.may.move || isActing}
        error={problem?.message ?? null}
      />
      <StatusLine tone="good">{isSaved && t("roleSaved")}</StatusLine>
    </div>
  );
}
