"use client";
import { ArrowDown, ArrowUp, Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Labels } from "#db/shapes.ts";
import type { SectionRow } from "#domain/outlet/list-sections.ts";
import type { Language } from "#domain/vocabulary.ts";
import { ProblemBanner } from "../auth/problem-banner.tsx";
import { type Act, type Answer, useAct } from "../auth/use-act.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.client.tsx";
import { IconButton } from "../ui/icon-button.client.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { StatusLine } from "../ui/status-line.tsx";
import { useWords } from "../words.client.tsx";
import { SectionDialog } from "./section-dialog.client.tsx";

type OnSection = { sectionId: string };
export type SectionActions = {
  add: Act<{ slug: string; labels: Labels }, unknown>;
  rename: Act<OnSection & { labels: Labels; descriptions: Labels }, unknown>;
  order: Act<{ sectionIds: string[] }, unknown>;
  retire: Act<OnSection, unknown>;
  takeBack: Act<OnSection, unknown>;
};

type SectionsRoomProps = {
  sections: SectionRow[];
  languages: readonly Language[];
  /** Whose names this list shows. */
  language: Language;
  actions: SectionActions;
};

/** The newspaper's sections in the order of its navigation. */
export function SectionsRoom({ sections, languages, language, actions }: SectionsRoomProps) {
  const t = useWords("admin");
  const router = useRouter();
  const { isActing, problem, perform } = useAct(t("noAnswer"));
  const [isDone, setIsDone] = useState(false);
  const [open, setOpen] = useState<{ section: SectionRow | null } | null>(null);
  const inUse = sections.filter(({ retiredAt }) => retiredAt === null);

  async function run(act: () => Promise<Answer<unknown>>) {
    setIsDone(false);
    setIsDone((await perform(act)) !== null);
    router.refresh();
  }

  function move(index: number, by: -1 | 1) {
    const ids = inUse.map(({ sectionId }) => sectionId);
    const [moved] = ids.splice(index, 1);
    if (moved) ids.splice(index + by, 0, moved);
    return run(() => actions.order({ sectionIds: ids }));
  }

  return (
    <>
      <PageHeader
        title={t("sections.title")}
        lead={t("sections.lead")}
        actions={
          <Button variant="primary" onPress={() => setOpen({ section: null })}>
            <Plus size={18} aria-hidden />
            {t("sections.add")}
          </Button>
        }
      />
      <ProblemBanner sentence={problem?.message} />
      <StatusLine tone="good">{isDone && t("sections.done")}</StatusLine>
      <ul className="divide-y divide-line rounded-2xl border border-line bg-page px-4 py-1 sm:px-5">
        {sections.map((section, index) => {
          const { sectionId, slug, labels, retiredAt, liveStories } = section;
          const name = labels[language] ?? slug;
          return (
            <li key={sectionId} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
              <div className="min-w-0 flex-1 basis-48">
                <span className="flex flex-wrap items-center gap-2 font-medium">
                  <bdi>{name}</bdi>
                  {retiredAt && <Badge>{t("sections.retired")}</Badge>}
                </span>
                <span className="text-ink-soft text-sm">
                  <bdi>{slug}</bdi> · {t("sections.stories", { count: liveStories })}
                </span>
              </div>
              {!retiredAt && (
                <div className="flex">
                  <IconButton
                    label={t("sections.earlier", { name })}
                    isDisabled={isActing || index === 0}
                    onPress={() => void move(index, -1)}
                  >
                    <ArrowUp size={18} aria-hidden />
                  </IconButton>
                  <IconButton
                    label={t("sections.later", { name })}
                    isDisabled={isActing || index === inUse.length - 1}
                    onPress={() => void move(index, 1)}
                  >
                    <ArrowDown size={18} aria-hidden />
                  </IconButton>
                </div>
              )}
              <Button size="small" onPress={() => setOpen({ section })}>
                {t("sections.rename")}
              </Button>
              <Button
                size="small"
                isDisabled={isActing}
                onPress={() =>
                  void run(() =>
                    retiredAt ? actions.takeBack({ sectionId }) : actions.retire({ sectionId }),
                  )
                }
              >
                {retiredAt ? t("sections.return") : t("sections.retire")}
              </Button>
            </li>
          );
        })}
      </ul>
      {open && (
        <SectionDialog
          section={open.section}
          languages={languages}
          add={actions.add}
          rename={actions.rename}
          onClose={() => setOpen(null)}
          onDone={() => {
            setOpen(null);
            setIsDone(true);
            router.refresh();
          }}
        />
      )}
    </>
  );
}
