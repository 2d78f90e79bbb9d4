"use client";
import Form from "next/form";
import { Button } from "../ui/button.client.tsx";
import { ButtonLink } from "../ui/link.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useWords } from "../words.client.tsx";

/** Finds somebody in a long list by name or address. */
export function PeopleSearch({ search }: { search: string }) {
  const t = useWords("admin");
  return (
    <Form
      action="/admin/people"
      prefetch={false}
      role="search"
      className="mb-4 flex flex-wrap items-end gap-3"
    >
      <TextField
        label={t("people.search")}
        name="search"
        type="search"
        defaultValue={search}
        dir="auto"
        fieldClassName="flex min-w-0 flex-1 flex-col gap-1.5 sm:max-w-md"
      />
      <Button type="submit">{t("people.searchSubmit")}</Button>
      {search !== "" && <ButtonLink href="/admin/people">{t("people.showAll")}</ButtonLink>}
    </Form>
  );
}
