"use client";
import type { Editor } from "@tiptap/react";
import type { FormEvent } from "react";
import { sitePagePath } from "#domain/site.ts";
import { Button } from "../ui/button.client.tsx";
import { Dialog, DialogActions } from "../ui/dialog.client.tsx";
import { StatusLine } from "../ui/status-line.tsx";
import { useWords } from "../words.client.tsx";
import { countMissingAlt } from "./missing-alt.ts";
import { useStory } from "./story-context.ts";

type PublishDialogProps = {
  editor: Editor | null;
  isPending: boolean;
  problem: string | null;
  onPublish: () => void;
  onClose: () => void;
};

/** The last look before readers get it. The button has the focus: Enter publishes. */
export function PublishDialog({ editor, isPending, problem, onPublish, onClose }: PublishDialogProps) {
  const { desk, fields, choices } = useStory();
  const pages = useWords("pages");
  const t = useWords("desk");
  const kit = useWords("kit");
  const section = choices.sections.find(({ id }) => id === fields.sectionId)?.label ?? "";
  const silent = countMissingAlt(fields.lead, editor);
  const hasHeadline = fields.headline.trim() !== "";
  const publish = (event: FormEvent) => {
    event.preventDefault();
    onPublish();
  };
  return (
    <Dialog title={t("publish")} isOpen onClose={onClose}>
      <form onSubmit={publish}>
        <p className="font-semibold text-lg leading-snug" dir="auto">
          {hasHeadline ? fields.headline : t("needsHeadline")}
        </p>
        <p className="mt-1 text-ink-soft text-sm">
          {desk.story.pageSlug === null
            ? t("publishInto", { section })
            : pages("publishAt", { address: sitePagePath(desk.story.language, desk.story.pageSlug) })}
        </p>
        {silent > 0 && <p className="mt-3 text-care text-sm">{t("silentPictures", { count: silent })}</p>}
        {problem && (
          <div className="mt-3">
            <StatusLine tone="bad">{problem}</StatusLine>
          </div>
        )}
        <DialogActions>
          <Button onPress={onClose}>{kit("cancel")}</Button>
          <Button type="submit" variant="primary" isPending={isPending} isDisabled={!hasHeadline} autoFocus>
            {t("publishNow")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
