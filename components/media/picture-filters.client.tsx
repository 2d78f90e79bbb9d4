"use client";
import { SlidersHorizontal } from "lucide-react";
import Form from "next/form";
import { type FormEvent, useState } from "react";
import type { PictureChoices } from "#domain/pictures/list-choices.ts";
import { PICTURE_RIGHTS, PICTURE_STANDINGS, PICTURE_USE_FILTERS } from "#domain/vocabulary.ts";
import { Button } from "../ui/button.client.tsx";
import { cx } from "../ui/cx.ts";
import { IconButton } from "../ui/icon-button.client.tsx";
import { ButtonLink } from "../ui/link.tsx";
import { type Choice, Select } from "../ui/select.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useWords } from "../words.client.tsx";
import { DATE_KINDS, type PictureFilter } from "./picture-filter.ts";

const RARE = ["person", "uploadedBy", "dates", "from", "to"] as const;
const FILTER = "flex min-w-0 grow flex-col gap-1.5 max-sm:basis-[45%] sm:grow-0";

type PictureFiltersProps = { filter: PictureFilter; choices: PictureChoices };

/** What the grid shows. A plain form, so that a filtered grid has an address to send to a colleague. */
export function PictureFilters({ filter, choices }: PictureFiltersProps) {
  const t = useWords("pictures");
  const isFiltered = Object.keys(filter).length > 0;
  // The rarer ones are folded away until one of them is set or asked for.
  const [isOpen, setOpen] = useState(RARE.some((name) => filter[name] !== undefined));
  const any: Choice = { value: "", label: t("any") };
  const show = (event: FormEvent<HTMLFormElement>) => {
    if (event.target instanceof HTMLSelectElement) event.currentTarget.requestSubmit();
  };
  return (
    <Form
      action="/desk/pictures"
      prefetch={false}
      role="search"
      onChange={show}
      className="mb-5 flex flex-wrap items-end gap-3"
    >
      <TextField
        label={t("search")}
        name="search"
        type="search"
        defaultValue={filter.search ?? ""}
        dir="auto"
        fieldClassName="flex min-w-0 flex-1 flex-col gap-1.5 sm:basis-48"
      />
      <span className="sm:order-last">
        <IconButton label={t("filters")} isPressed={isOpen} onPress={() => setOpen(!isOpen)}>
          <SlidersHorizontal size={20} aria-hidden />
        </IconButton>
      </span>
      <div className={cx("contents", !isOpen && "max-sm:hidden")}>
        <Select
          label={t("rights")}
          name="rights"
          defaultValue={filter.rights ?? ""}
          fieldClassName={FILTER}
          choices={[any, ...PICTURE_RIGHTS.map((value) => ({ value, label: t(`rightsOf.${value}`) }))]}
        />
        <Select
          label={t("filterStanding")}
          name="standing"
          defaultValue={filter.standing ?? ""}
          fieldClassName={FILTER}
          choices={[any, ...PICTURE_STANDINGS.map((value) => ({ value, label: t(`standingOf.${value}`) }))]}
        />
        <Select
          label={t("filterUse")}
          name="use"
          defaultValue={filter.use ?? ""}
          fieldClassName={FILTER}
          choices={[any, ...PICTURE_USE_FILTERS.map((value) => ({ value, label: t(`useOf.${value}`) }))]}
        />
      </div>
      <div className={cx("flex flex-wrap items-end gap-3 sm:order-last sm:basis-full", !isOpen && "hidden")}>
        {choices.shown.length > 0 && (
          <Select
            label={t("filterPerson")}
            name="person"
            defaultValue={filter.person ?? ""}
            fieldClassName={FILTER}
            choices={[any, ...choices.shown.map((name) => ({ value: name, label: name }))]}
          />
        )}
        {choices.uploaders.length > 1 && (
          <Select
            label={t("filterUploader")}
            name="uploadedBy"
            defaultValue={filter.uploadedBy ?? ""}
            fieldClassName={FILTER}
            choices={[any, ...choices.uploaders.map(({ id, name }) => ({ value: id, label: name }))]}
          />
        )}
        <Select
          label={t("filterDate")}
          name="dates"
          defaultValue={filter.dates ?? "added"}
          fieldClassName={FILTER}
          choices={DATE_KINDS.map((value) => ({ value, label: t(`dateOf.${value}`) }))}
        />
        <TextField
          label={t("from")}
          name="from"
          type="date"
          defaultValue={filter.from ?? ""}
          fieldClassName={FILTER}
        />
        <TextField
          label={t("to")}
          name="to"
          type="date"
          defaultValue={filter.to ?? ""}
          fieldClassName={FILTER}
        />
      </div>
      <Button type="submit" className={isOpen ? undefined : "max-sm:sr-only"}>
        {t("show")}
      </Button>
      {isFiltered && (
        <ButtonLink href="/desk/pictures" variant="quiet">
          {t("showAll")}
        </ButtonLink>
      )}
    </Form>
  );
}
