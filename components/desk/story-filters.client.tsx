"use client";
import { SlidersHorizontal } from "lucide-react";
import Form from "next/form";
import { type FormEvent, useState } from "react";
import { LANGUAGES, type Language } from "#domain/vocabulary.ts";
import { Button } from "../ui/button.client.tsx";
import { cx } from "../ui/cx.ts";
import { IconButton } from "../ui/icon-button.client.tsx";
import { type Choice, Select } from "../ui/select.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useWords } from "../words.client.tsx";
import type { ListFilter } from "./list-filter.ts";

const FILTER = "flex min-w-0 grow flex-col gap-1.5 max-sm:basis-[45%] sm:grow-0";

type StoryFiltersProps = {
  filter: ListFilter;
  languages: readonly Language[];
  sections: readonly { id: string; label: string }[];
};

/** What the list shows. A plain form, so that a filtered list has an address to send to a colleague. */
export function StoryFilters({ filter, languages, sections }: StoryFiltersProps) {
  const t = useWords("desk");
  const [isOpen, setOpen] = useState(Object.values(filter).some((value) => value !== undefined));
  const all = (label: string): Choice => ({ value: "", label });
  const show = (event: FormEvent<HTMLFormElement>) => {
    if (event.target instanceof HTMLSelectElement) event.currentTarget.requestSubmit();
  };
  return (
    <Form
      action="/desk"
      prefetch={false}
      role="search"
      onChange={show}
      className="mb-4 flex flex-wrap items-end gap-3"
    >
      <TextField
        label={t("search")}
        name="search"
        type="search"
        defaultValue={filter.search ?? ""}
        dir="auto"
        fieldClassName="flex min-w-0 flex-1 flex-col gap-1.5 sm:basis-full lg:basis-48"
      />
      <span className="sm:hidden">
        <IconButton label={t("filters")} isPressed={isOpen} onPress={() => setOpen(!isOpen)}>
          <SlidersHorizontal size={20} aria-hidden />
        </IconButton>
      </span>
      <div className={cx("contents", !isOpen && "max-sm:hidden")}>
        <Select
          label={t("filterMine")}
          name="mine"
          defaultValue={filter.mine ?? ""}
          fieldClassName={FILTER}
          choices={[all(t("everyone")), { value: "mine", label: t("mine") }]}
        />
        <Select
          label={t("filterStage")}
          name="stage"
          fieldClassName={FILTER}
          defaultValue={filter.stage ?? ""}
          choices={[
            all(t("anyStage")),
            { value: "pending", label: t("pending") },
            { value: "writing", label: t("state.writing") },
            { value: "review", label: t("state.review") },
            { value: "ready", label: t("state.ready") },
            { value: "posts", label: t("sharing.postsToChange") },
          ]}
        />
        <Select
          label={t("filterLive")}
          name="live"
          fieldClassName={FILTER}
          defaultValue={filter.live ?? ""}
          choices={[
            all(t("anyLive")),
            { value: "none", label: t("liveNone") },
            { value: "published", label: t("livePublished") },
            { value: "withdrawn", label: t("liveWithdrawn") },
          ]}
        />
        {languages.length > 1 && (
          <Select
            label={t("filterLanguage")}
            name="language"
            fieldClassName={FILTER}
            defaultValue={filter.language ?? ""}
            choices={[
              all(t("anyLanguage")),
              ...languages.map((value) => ({ value, label: LANGUAGES[value].name })),
            ]}
          />
        )}
        <Select
          label={t("section")}
          name="sectionId"
          fieldClassName={FILTER}
          defaultValue={filter.sectionId ?? ""}
          choices={[all(t("anySection")), ...sections.map(({ id, label }) => ({ value: id, label }))]}
        />
      </div>
      <Button type="submit" className={isOpen ? undefined : "max-sm:sr-only"}>
        {t("filter")}
      </Button>
    </Form>
  );
}
