"use client";
import Form from "next/form";
import { Button } from "../../ui/button.client.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../words.client.tsx";

export function RedirectSearch({ search }: { search: string }) {
  const t = useWords("moving");
  return (
    <Form
      action="/admin/redirects"
      prefetch={false}
      role="search"
      className="mb-4 flex flex-wrap items-end gap-3"
    >
      <TextField
        label={t("redirects.search")}
        name="search"
        type="search"
        defaultValue={search}
        dir="auto"
        fieldClassName="flex min-w-0 flex-1 basis-56 flex-col gap-1.5"
      />
      <Button type="submit">{t("redirects.submitSearch")}</Button>
    </Form>
  );
}
