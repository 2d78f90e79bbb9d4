"use client";
import Form from "next/form";
import type { FormEvent } from "react";
import { LANGUAGES, type Language, type WordKind } from "#domain/vocabulary.ts";
import { Button } from "../../ui/button.client.tsx";
import { Select } from "../../ui/select.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../words.client.tsx";
import { roomPath } from "./word-actions.ts";
import type { WordFilter } from "./word-filter.ts";

type WordFiltersProps = { kind: WordKind; filter: WordFilter; languages: readonly Language[] };

/** Which words the list shows: by any of their names, or by the language in which they have none. */
export function WordFilters({ kind, filter, languages }: WordFiltersProps) {
  const t = useWords("words");
  const show = (event: FormEvent<HTMLFormElement>) => {
    if (event.target instanceof HTMLSelectElement) event.currentTarget.requestSubmit();
  };
  return (
    <Form
      action={roomPath(kind)}
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
        fieldClassName="flex min-w-0 flex-1 flex-col sm:basis-56 gap-1.5"
      />
      {languages.length > 1 && (
        <Select
          label={t("filter")}
          name="missing"
          defaultValue={filter.missing ?? ""}
          fieldClassName="flex min-w-0 flex-col gap-1.5 max-sm:order-last max-sm:basis-full"
          choices={[
            { value: "", label: t("all") },
            ...languages.map((code) => ({
              value: code,
              label: t("without", { language: LANGUAGES[code].name }),
            })),
          ]}
        />
      )}
      <Button type="submit">{t("submitSearch")}</Button>
    </Form>
  );
}
