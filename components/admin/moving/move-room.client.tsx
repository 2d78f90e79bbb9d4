"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Choices } from "#domain/imports/input.ts";
import type { Report } from "#domain/imports/report.ts";
import type { Language } from "#domain/vocabulary.ts";
import { ProblemBanner } from "../../auth/problem-banner.tsx";
import { type Act, useAct } from "../../auth/use-act.ts";
import { Button } from "../../ui/button.client.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { useWords } from "../../words.client.tsx";
import { ChoiceFields } from "./choice-fields.client.tsx";
import { ConfirmMove } from "./confirm-move.client.tsx";
import { Figures } from "./figures.client.tsx";
import { LossList } from "./losses.client.tsx";
import { PicturesChoice } from "./pictures-choice.client.tsx";
import { Samples } from "./samples.client.tsx";
import { type SectionChoice, TermTable } from "./term-table.client.tsx";

export type MoveActions = {
  rehearse: Act<{ importId: string; choices: Choices }, { importId: string }>;
  begin: Act<{ rehearsalId: string; choices: Choices; typedCount: string }, { importId: string }>;
};
type MoveRoomProps = {
  importId: string;
  report: Report;
  choices: Choices;
  hasZip: boolean;
  languages: readonly Language[];
  sections: readonly SectionChoice[];
  publicCount: number;
  actions: MoveActions;
};

/** The second and third step: look at what would become of everything, choose, and confirm by its number. */
export function MoveRoom({
  importId,
  report,
  languages,
  sections,
  publicCount,
  actions,
  ...given
}: MoveRoomProps) {
  const t = useWords("moving");
  const router = useRouter();
  const { isActing, problem, perform } = useAct(t("noAnswer"));
  const [choices, setChoices] = useState(given.choices);
  const change = (changed: Partial<Choices>) => setChoices((now) => ({ ...now, ...changed }));
  const { becomes, found } = report;
  const goTo = (answer: { importId: string } | null) =>
    answer && router.push(`/admin/import/${answer.importId}`);
  const isOther =
    choices.withPages !== given.choices.withPages ||
    choices.language !== given.choices.language ||
    choices.byLetters !== given.choices.byLetters ||
    choices.storyTypes.join() !== given.choices.storyTypes.join();
  return (
    <div className="flex flex-col gap-5">
      <Panel
        title={t("figures.title")}
        lead={t("figures.lead", { site: report.site || choices.site || "—" })}
      >
        <Figures
          figures={[
            [t("figures.willPublish"), publicCount, "good"],
            [t("figures.willDraft"), becomes.draft + becomes.pagesDraft],
            [t("figures.leftOut"), becomes.leftOut, "care"],
            [t("figures.pictures"), found.pictures],
            [t("figures.stories"), found.stories],
            [t("figures.pages"), found.pages],
            [t("figures.authors"), found.authors],
            [t("figures.terms"), report.terms.length],
          ]}
        />
        <StatesLine states={report.states} />
      </Panel>
      <Panel title={t("choices.title")} lead={t("choices.lead")}>
        <ChoiceFields {...{ choices, change, languages, sections, report }} />
        {isOther && (
          <div className="mt-4 flex flex-wrap items-center gap-3 rounded-xl bg-care-tint px-4 py-3 text-sm">
            <span className="min-w-0 flex-1 basis-60">{t("choices.rehearseFirst")}</span>
            <Button
              isPending={isActing}
              onPress={async () => goTo(await perform(() => actions.rehearse({ importId, choices })))}
            >
              {t("choices.rehearseAgain")}
            </Button>
          </div>
        )}
        <ProblemBanner sentence={problem?.message} />
      </Panel>
      <Panel title={t("pictures.title")} lead={t("pictures.lead", { count: found.pictures })}>
        <PicturesChoice {...{ importId, choices, change, hasZip: given.hasZip }} />
      </Panel>
      <TermTable {...{ terms: report.terms, choices, change, sections }} />
      <LossList losses={report.losses} others={found.others} />
      <Samples stories={report.sample} />
      <ConfirmMove
        count={publicCount}
        drafts={becomes.draft + becomes.pagesDraft}
        isOff={isOther}
        begin={async (typedCount, act) =>
          goTo(await act(() => actions.begin({ rehearsalId: importId, choices, typedCount })))
        }
      />
    </div>
  );
}

/** The archive's own words for where things stood, each with its number. */
function StatesLine({ states }: { states: Readonly<Record<string, number>> }) {
  const t = useWords("moving");
  const sorted = Object.entries(states).sort(([, a], [, b]) => b - a);
  return (
    <p className="mt-5 flex flex-wrap gap-x-4 gap-y-1 border-line border-t pt-4 text-ink-soft text-sm">
      <span>{t("figures.states")}</span>
      {sorted.map(([state, count]) => (
        <span key={state} className="tabular-nums">
          <span className="font-mono text-ink">{state}</span> {t("figures.number", { value: count })}
        </span>
      ))}
    </p>
  );
}
