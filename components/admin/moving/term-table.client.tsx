"use client";
import { useState } from "react";
import type { Choices, TermChoice } from "#domain/imports/input.ts";
import type { FoundTerm } from "#domain/imports/report.ts";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.client.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { Select } from "../../ui/select.tsx";
import { type Column, Table } from "../../ui/table.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../words.client.tsx";

export type SectionChoice = { sectionId: string; slug: string; label: string };
type TermTableProps = {
  terms: readonly FoundTerm[];
  choices: Choices;
  change: (changed: Partial<Choices>) => void;
  sections: readonly SectionChoice[];
};

const FIRST = 12;
const TOPIC: TermChoice = { as: "topic" };

/** What each category and tag of the old site becomes; what isn't chosen is a topic. */
export function TermTable({ terms, choices, change, sections }: TermTableProps) {
  const t = useWords("moving");
  const [shown, setShown] = useState(FIRST);
  if (terms.length === 0) return null;
  const choiceOf = ({ key }: FoundTerm) => choices.terms[key] ?? TOPIC;
  const choose = (key: string, choice: TermChoice) => change({ terms: { ...choices.terms, [key]: choice } });
  const columns: Column<FoundTerm>[] = [
    {
      heading: t("terms.name"),
      isRowHeader: true,
      cell: ({ name, kind }) => (
        <span className="flex flex-wrap items-center gap-2">
          <bdi className="font-medium">{name}</bdi>
          <Badge>{t(`terms.kinds.${kind}`)}</Badge>
        </span>
      ),
    },
    {
      heading: t("terms.stories"),
      cell: ({ stories }) => <span className="tabular-nums">{t("figures.number", { value: stories })}</span>,
    },
    {
      heading: t("terms.becomes"),
      cell: (term) => <TermField {...{ term, sections, choice: choiceOf(term), choose }} />,
    },
  ];
  return (
    <Panel title={t("terms.title")} lead={t("terms.lead")}>
      <Table
        caption={t("terms.title")}
        rows={terms.slice(0, shown)}
        rowKey={({ key }) => key}
        columns={columns}
      />
      {shown < terms.length && (
        <Button size="small" className="mt-3" onPress={() => setShown(shown + 100)}>
          {t("terms.more", { count: terms.length - shown })}
        </Button>
      )}
    </Panel>
  );
}

type TermFieldProps = {
  term: FoundTerm;
  sections: readonly SectionChoice[];
  choice: TermChoice;
  choose: (key: string, choice: TermChoice) => void;
};

function TermField({ term, sections, choice, choose }: TermFieldProps) {
  const t = useWords("moving");
  const value = choice.as === "section" ? choice.sectionId : choice.as;
  const pick = (picked: string) => {
    if (picked === "topic" || picked === "nothing") choose(term.key, { as: picked });
    else if (picked === "new-section") {
      const slug = /^[a-z][a-z0-9-]{0,39}$/.test(term.slug) ? term.slug : "";
      choose(term.key, { as: "new-section", slug, label: term.name });
    } else choose(term.key, { as: "section", sectionId: picked });
  };
  return (
    <div className="flex flex-wrap gap-2">
      <Select
        label={t("terms.becomesOf", { name: term.name })}
        labelIsHidden
        value={value}
        onChange={pick}
        fieldClassName="flex min-w-0 flex-1 basis-44 flex-col"
        choices={[
          { value: "topic", label: t("terms.topic") },
          { value: "new-section", label: t("terms.newSection") },
          ...sections.map(({ sectionId, label }) => ({
            value: sectionId,
            label: t("terms.section", { label }),
          })),
          { value: "nothing", label: t("terms.nothing") },
        ]}
      />
      {choice.as === "new-section" && (
        <TextField
          label={t("terms.slugOf", { name: term.name })}
          labelIsHidden
          value={choice.slug}
          onChange={(slug) => choose(term.key, { ...choice, slug })}
          dir="ltr"
          placeholder={t("terms.slug")}
          error={choice.slug === "" ? t("terms.slugMissing") : null}
          fieldClassName="flex min-w-0 flex-1 basis-36 flex-col gap-1"
        />
      )}
    </div>
  );
}
