"use client";
import { type FormEvent, useState } from "react";
import type { Labels } from "#db/shapes.ts";
import type { SectionRow } from "#domain/outlet/list-sections.ts";
import type { Language } from "#domain/vocabulary.ts";
import { ProblemBanner } from "../auth/problem-banner.tsx";
import { type Act, errorOf, useAct } from "../auth/use-act.ts";
import { Button } from "../ui/button.client.tsx";
import { Dialog, DialogActions } from "../ui/dialog.client.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useWords } from "../words.client.tsx";
import { LabelFields } from "./label-fields.client.tsx";

type SectionDialogProps = {
  /** The section to rename; null: a new one. */
  section: SectionRow | null;
  languages: readonly Language[];
  add: Act<{ slug: string; labels: Labels }, unknown>;
  rename: Act<{ sectionId: string; labels: Labels; descriptions: Labels }, unknown>;
  onDone: () => void;
  onClose: () => void;
};

/** A section's names; for a new one its address too, which stays. */
export function SectionDialog({ section, languages, add, rename, onDone, onClose }: SectionDialogProps) {
  const t = useWords("admin");
  const { isActing, problem, perform } = useAct(t("noAnswer"));
  const [labels, setLabels] = useState<Labels>(section?.labels ?? {});
  const [descriptions, setDescriptions] = useState<Labels>(section?.descriptions ?? {});

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const done = await perform(() =>
      section
        ? rename({ sectionId: section.sectionId, labels, descriptions })
        : add({ slug: String(typed.get("slug")), labels }),
    );
    if (done !== null) onDone();
  }

  const title = section ? t("sections.renameTitle", { slug: section.slug }) : t("sections.add");
  return (
    <Dialog title={title} isOpen onClose={onClose} size={section ? "page" : "normal"}>
      <form method="post" onSubmit={submit} className="flex flex-col gap-4">
        {!problem?.field && <ProblemBanner sentence={problem?.message} />}
        {!section && (
          <TextField
            label={t("sections.address")}
            name="slug"
            maxLength={40}
            required
            dir="ltr"
            autoCapitalize="none"
            error={errorOf(problem, "slug")}
          />
        )}
        <LabelFields
          languages={languages}
          layout={section ? "columns" : "rows"}
          name={{
            texts: labels,
            onChange: setLabels,
            labelIn: (language) => t("sections.nameIn", { language }),
            maxLength: 60,
            error: errorOf(problem, "labels"),
          }}
          about={
            section && {
              texts: descriptions,
              onChange: setDescriptions,
              labelIn: (language) => t("sections.descriptionIn", { language }),
              maxLength: 300,
              error: errorOf(problem, "descriptions"),
            }
          }
        />
        <DialogActions>
          <Button type="submit" variant="primary" isPending={isActing}>
            {section ? t("sections.save") : t("sections.addSubmit")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
