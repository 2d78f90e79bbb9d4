"use client";
import Form from "next/form";
import type { FormEvent } from "react";
import { LANGUAGES, type Language } from "#domain/vocabulary.ts";
import { Button } from "../ui/button.client.tsx";
import { type Choice, Select } from "../ui/select.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useWords } from "../words.client.tsx";
import type { ListFilter } from "./list-filter.ts";

type StoryFiltersProps = {
  filter: ListFilter;
  languages: readonly Language[];
  sections: readonly { id: string; label: string }[];
};

/** What the list shows. A plain form, so that a filtered list has an address to send to a colleague. */
export function StoryFilters({ filter, languages, sections }: StoryFiltersProps) {
  const t = useWords("desk");
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
      className="mb-4 grid grid-cols-2 items-end gap-3 sm:grid-cols-3 lg:flex lg:flex-wrap"
    >
      <TextField
        label={t("search")}
        name="search"
        type="search"
        defaultValue={filter.search ?? ""}
        dir="auto"
        fieldClassName="col-span-full flex min-w-0 flex-col gap-1.5 lg:flex-1 lg:basis-48"
      />
      <Select
        label={t("filterMine")}
        name="mine"
        defaultValue={filter.mine ?? ""}
        choices={[all(t("everyone")), { value: "mine", label: t("mine") }]}
      />
      <Select
        label={t("filterStage")}
        name="stage"
        defaultValue={filter.stage ?? ""}
        choices={[
          all(t("anyStage")),
          { value: "pending", label: t("pending") },
          { value: "writing", label: t("state.writing") },
          { value: "review", label: t("state.review") },
          { value: "ready", label: t("state.ready") },
        ]}
      />
      <Select
        label={t("filterLive")}
        name="live"
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
        defaultValue={filter.sectionId ?? ""}
        choices={[all(t("anySection")), ...sections.map(({ id, label }) => ({ value: id, label }))]}
      />
      <Button type="submit">{t("filter")}</Button>
    </Form>
  );
}
