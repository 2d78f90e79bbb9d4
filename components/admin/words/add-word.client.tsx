"use client";
import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import type { Labels } from "#db/shapes.ts";
import type { Language, WordKind } from "#domain/vocabulary.ts";
import { ProblemBanner } from "../../auth/problem-banner.tsx";
import { type Act, errorOf, useAct } from "../../auth/use-act.ts";
import { Button } from "../../ui/button.client.tsx";
import { Dialog, DialogActions } from "../../ui/dialog.client.tsx";
import { StatusLine } from "../../ui/status-line.tsx";
import { useWords } from "../../words.client.tsx";
import { LabelFields } from "../label-fields.client.tsx";

type AddWordProps = {
  kind: WordKind;
  languages: readonly Language[];
  add: Act<{ kind: WordKind; labels: Labels }, { wordId: string }>;
};

/** A new word, in as many languages as one knows by now. */
export function AddWord({ kind, languages, add }: AddWordProps) {
  const t = useWords("words");
  const router = useRouter();
  const { isActing, problem, perform, clearProblem } = useAct(t("noAnswer"));
  const [isOpen, setOpen] = useState(false);
  const [labels, setLabels] = useState<Labels>({});
  const [added, setAdded] = useState<string | null>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if ((await perform(() => add({ kind, labels }))) === null) return;
    setAdded(Object.values(labels)[0] ?? "");
    setOpen(false);
    setLabels({});
    router.refresh();
  }

  function open() {
    clearProblem();
    setAdded(null);
    setOpen(true);
  }

  return (
    <>
      <div className="flex flex-wrap items-center [&>p:not(:empty)]:me-3">
        <StatusLine tone="good">{added !== null && t("added", { name: added })}</StatusLine>
        <Button variant="primary" onPress={open}>
          <Plus size={18} aria-hidden />
          {t(`add.${kind}`)}
        </Button>
      </div>
      <Dialog title={t(`add.${kind}`)} isOpen={isOpen} onClose={() => setOpen(false)}>
        <form method="post" onSubmit={submit} className="flex flex-col gap-4">
          {!problem?.field && <ProblemBanner sentence={problem?.message} />}
          <LabelFields
            languages={languages}
            layout="rows"
            name={{
              texts: labels,
              onChange: setLabels,
              labelIn: (language) => t("nameIn", { language }),
              maxLength: 120,
              error: errorOf(problem, "labels"),
            }}
          />
          <DialogActions>
            <Button type="submit" variant="primary" isPending={isActing}>
              {t("addSubmit")}
            </Button>
          </DialogActions>
        </form>
      </Dialog>
    </>
  );
}
